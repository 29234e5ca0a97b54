/// Blocks of a segment: for each gram in ascending order the step from the gram before, the length of its list in bytes,
/// and the list: offsets of records in the segment, each as the step from the one before. All numbers are LEB128.
struct SearchBlock {
    private(set) var firstGram: UInt64
    private(set) var bytes: [UInt8] = []

    /// Blocks are cut at the next gram once they are this long: four and their keys fill a page.
    static let usualLength = 960

    /// The blocks of a segment. `postings` are `gram << 10 | offset`, ascending, each once.
    static func blocks(of postings: [UInt64]) -> [SearchBlock] {
        var blocks: [SearchBlock] = []
        var block: SearchBlock?
        var previous: UInt64 = 0
        var start = 0
        while start < postings.count {
            let gram = postings[start] >> 10
            var end = start
            var list: [UInt8] = []
            var before: UInt64 = 0
            while end < postings.count, postings[end] >> 10 == gram {
                let offset = postings[end] & 1023
                append(offset - before, to: &list)
                before = offset
                end += 1
            }
            if let full = block, full.bytes.count >= usualLength {
                blocks.append(full)
                block = nil
            }
            var current = block ?? SearchBlock(firstGram: gram)
            append(block == nil ? 0 : gram - previous, to: &current.bytes)
            append(UInt64(list.count), to: &current.bytes)
            current.bytes += list
            block = current
            previous = gram
            start = end
        }
        if let block { blocks.append(block) }
        return blocks
    }

    /// The offsets of `gram` in a block, ascending.
    static func offsets(of gram: UInt64, in bytes: UnsafeRawBufferPointer, from first: UInt64) -> [UInt16] {
        var position = 0
        var current = first
        while position < bytes.count {
            current += number(bytes, &position)
            let end = min(Int(number(bytes, &position)) + position, bytes.count)
            if current < gram {
                position = end
                continue
            }
            guard current == gram else { return [] }
            var offsets: [UInt16] = []
            var offset: UInt64 = 0
            while position < end {
                offset += number(bytes, &position)
                offsets.append(UInt16(truncatingIfNeeded: offset))
            }
            return offsets
        }
        return []
    }

    /// The grams of a block, ascending.
    static func visit(_ bytes: UnsafeRawBufferPointer, from first: UInt64, _ gram: (UInt64) -> Void) {
        var position = 0
        var current = first
        while position < bytes.count {
            current += number(bytes, &position)
            position = Int(number(bytes, &position)) + position
            gram(current)
        }
    }

    private init(firstGram: UInt64) {
        self.firstGram = firstGram
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return number
    }
}
