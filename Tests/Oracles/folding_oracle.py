"""Reads lines, writes each as comparisons see it: NFKC, lower case of the upper case, NFC. Scalars in hexadecimal."""
import sys
import unicodedata

for line in sys.stdin.read().split("\n"):
    text = "".join(chr(int(word, 16)) for word in line.split())
    folded = unicodedata.normalize("NFKC", text)
    folded = "".join(part.lower() for character in folded for part in character.upper())
    folded = unicodedata.normalize("NFC", folded)
    print(" ".join("%X" % ord(character) for character in folded))
