"""A receiver of messages that is strict, and misbehaves on demand.

    receiver.py KIND LOG [--token T] [--secret S]… [--script WORD,WORD,…] [--tls implicit|starttls --certificate FILE]

KIND is wecom, dingtalk, feishu, webhook or smtp. It listens on a free port of 127.0.0.1, prints the port on standard error, and appends one
JSON line for each request to LOG: {"verdict", "text", "key"}. A request that the real service would refuse is answered as
that service answers. Good requests are met by the words of the script in turn, then by "ok":

    ok  throttle  busy  500  503  410  reset  slow  redirect  garbage

Its signatures are worked out with Python's hmac, independently of the product.
"""

import argparse
import base64
import hashlib
import hmac
import http.server
import json
import socket
import socketserver
import ssl
import struct
import sys
import threading
import time
import urllib.parse

parser = argparse.ArgumentParser()
parser.add_argument("kind")
parser.add_argument("log")
parser.add_argument("--token", default="token-1234")
parser.add_argument("--secret", action="append", default=[])
parser.add_argument("--script", default="")
parser.add_argument("--tls", choices=["implicit", "starttls"])
parser.add_argument("--certificate", help="PEM: certificate and key")
options = parser.parse_args()
secure = None
if options.tls:
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(options.certificate)

script = [word for word in options.script.split(",") if word]
lock = threading.Lock()
accepted = []


def note(verdict, text="", key=""):
    with lock, open(options.log, "a", encoding="utf-8") as log:
        log.write(json.dumps({"verdict": verdict, "text": text, "key": key}, ensure_ascii=False) + "\n")


def next_word():
    with lock:
        return script.pop(0) if script else "ok"


def sign(key, message):
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()


def too_many(count, seconds):
    now = time.monotonic()
    with lock:
        accepted[:] = [moment for moment in accepted if now - moment < seconds]
        if len(accepted) >= count:
            return True
        accepted.append(now)
        return False


class Refusal(Exception):
    pass


def wecom(path, query, headers, body):
    if query.get("key") != [options.token]:
        raise Refusal({"errcode": 93000, "errmsg": f"invalid webhook url, hint: [1] key={query.get('key')}"})
    message = json.loads(body)
    text = message["text"]["content"]
    if message["msgtype"] != "text" or len(text.encode()) > 2048:
        raise Refusal({"errcode": 40058, "errmsg": "content exceed max length 2048"})
    if too_many(20, 60):
        return text, "", "throttle"
    return text, "", None


def dingtalk(path, query, headers, body):
    if query.get("access_token") != [options.token]:
        raise Refusal({"errcode": 300001, "errmsg": "token is not exist"})
    if options.secret:
        stamp = query.get("timestamp", [""])[0]
        good = sign(options.secret[0].encode(), f"{stamp}\n{options.secret[0]}".encode())
        if query.get("sign") != [good] or abs(int(stamp) / 1000 - time.time()) > 3600:
            raise Refusal({"errcode": 310000, "errmsg": "sign not match, more: [https://ding-doc.dingtalk.com/doc]"})
    text = json.loads(body)["text"]["content"]
    if too_many(20, 60):
        return text, "", "throttle"
    return text, "", None


def feishu(path, query, headers, body):
    if path.rsplit("/", 1)[-1] != options.token:
        raise Refusal({"code": 19001, "msg": "param invalid: incoming webhook access token invalid"})
    message = json.loads(body)
    if options.secret:
        stamp = message.get("timestamp", "")
        if message.get("sign") != sign(f"{stamp}\n{options.secret[0]}".encode(), b""):
            raise Refusal({"code": 19021, "msg": "sign match fail or timestamp is not within one hour from current time"})
    if message["msg_type"] != "text":
        raise Refusal({"code": 9499, "msg": "Bad Request"})
    if too_many(5, 1):
        return message["content"]["text"], "", "throttle"
    return message["content"]["text"], "", None


def webhook(path, query, headers, body):
    key, stamp = headers["webhook-id"], headers["webhook-timestamp"]
    good = {
        "v1," + sign(base64.b64decode(secret[len("whsec_"):]), f"{key}.{stamp}.".encode() + body)
        for secret in options.secret
    }
    if not good & set(headers["webhook-signature"].split(" ")) or abs(int(stamp) - time.time()) > 300:
        raise Refusal({"error": "no matching signature"})
    return json.loads(body)["data"]["recipient"], key, None


THROTTLED = {
    "wecom": {"errcode": 45009, "errmsg": "api freq out of limit"},
    "dingtalk": {"errcode": 130101, "errmsg": "send too fast, exceed 20 times per minute"},
    "feishu": {"code": 11232, "msg": "create message trigger frequency limit"},
}
BUSY = {"wecom": {"errcode": -1, "errmsg": "system busy"}, "dingtalk": {"errcode": -1, "errmsg": "system busy"},
        "feishu": {"code": 1500, "msg": "internal error"}}
FINE = {"wecom": {"errcode": 0, "errmsg": "ok"}, "dingtalk": {"errcode": 0, "errmsg": "ok"},
        "feishu": {"code": 0, "msg": "success"}, "webhook": {}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        note("followed a redirect")
        self.answer(200, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        target = urllib.parse.urlsplit(self.path)
        try:
            text, key, word = globals()[options.kind](
                target.path, urllib.parse.parse_qs(target.query, strict_parsing=bool(target.query)), self.headers, body)
        except Refusal as refusal:
            note("refused")
            return self.answer(401 if options.kind == "webhook" else 200, refusal.args[0])
        except Exception as problem:  # noqa: BLE001: whatever is wrong with a request, the log says so
            note(f"malformed: {problem!r}")
            return self.answer(400, {"error": "malformed"})
        word = word or next_word()
        note(word, text, key)
        if word == "ok":
            self.answer(200, FINE[options.kind])
        elif word == "throttle":
            if options.kind == "webhook":
                self.answer(429, {"error": "too many"}, {"Retry-After": "1"})
            else:
                self.answer(200, THROTTLED[options.kind])
        elif word == "busy":
            self.answer(200, BUSY[options.kind])
        elif word == "garbage":
            self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<html></>")
        elif word == "redirect":
            self.answer(302, {}, {"Location": f"http://127.0.0.1:{self.server.server_address[1]}/elsewhere"})
        elif word == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
        elif word == "slow":
            time.sleep(30)
        elif word == "503":
            self.answer(503, {"error": "later"}, {"Retry-After": "1"})
        else:
            self.answer(int(word), {"error": word})

    def raw(self, data):
        self.wfile.write(data)
        self.close_connection = True

    def answer(self, status, document, headers={}):
        data = json.dumps(document).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words):
        pass


class Mail(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client needs; user and password are `token` and the first secret."""

    def say(self, text):
        self.wfile.write((text + "\r\n").encode())

    def encrypt(self):
        try:
            self.connection = secure.wrap_socket(self.connection, server_side=True)
        except OSError as problem:
            note("not encrypted", str(problem))
            return False
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        return True

    def handle(self):
        if options.tls == "implicit" and not self.encrypt():
            return
        self.say("220 localhost")
        recipients, sender, known = [], "", not options.secret
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ")[0].upper()
            clear = options.tls == "starttls" and not isinstance(self.connection, ssl.SSLSocket)
            if word == "EHLO":
                self.say("250-localhost")
                self.say("250 STARTTLS" if clear else "250 AUTH PLAIN")
            elif word == "STARTTLS":
                self.say("220 go ahead")
                if not self.encrypt():
                    return
            elif clear and word != "QUIT":
                note(f"in the clear: {word}")
                self.say("530 5.7.0 must issue a STARTTLS command first")
            elif word == "AUTH":
                words = line.split(" ")
                given = words[2] if len(words) > 2 else (self.say("334 ") or self.rfile.readline().decode().strip())
                good = base64.b64encode(f"\0{options.token}\0{options.secret[0]}".encode()).decode()
                known = given == good
                self.say("235 ok" if known else "535 5.7.8 authentication credentials invalid")
                if not known:
                    note("refused")
            elif word == "MAIL":
                sender = line
                self.say("250 ok" if known else "530 5.7.0 authentication required")
            elif word == "RCPT":
                recipients.append(line[len("RCPT TO:"):])
                self.say("250 ok")
            elif word == "DATA":
                self.say("354 go on")
                lines = []
                while (text := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(text)
                behaviour = next_word()
                note(behaviour, b"".join(lines).decode(), " ".join(recipients))
                self.say("250 ok" if behaviour == "ok" else "451 4.3.0 try again later")
            elif word == "QUIT":
                return self.say("221 bye")
            else:
                self.say("250 ok")


class HTTPServer(http.server.ThreadingHTTPServer):
    daemon_threads = True


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = (MailServer if options.kind == "smtp" else HTTPServer)(("127.0.0.1", 0), Mail if options.kind == "smtp" else Handler)
print(server.server_address[1], file=sys.stderr, flush=True)
server.serve_forever()
