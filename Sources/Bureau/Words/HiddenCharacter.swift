/// Characters by which a text shows as something else than it is: controls, line and paragraph separators, and the
/// overrides and isolates of bidirectional writing (Unicode Standard Annex 9).
enum HiddenCharacter {
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
