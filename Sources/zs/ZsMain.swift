import Commands
import Glibc

@main
enum ZsMain {
    static func main() {
        exit(CommandLineTool.run(arguments: Array(CommandLine.arguments.dropFirst())))
    }
}
