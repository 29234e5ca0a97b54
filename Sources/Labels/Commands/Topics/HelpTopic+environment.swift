extension HelpTopic {
    static let environment = HelpTopic(
        "environment", ["环境"],
        Phrase(
            zh: """
                环境变量
                  ZS_SOCKET                    zsd 的套接字（--socket 优先）
                  XDG_RUNTIME_DIR              未指定时先找 $XDG_RUNTIME_DIR/zhaoshang/zsd.sock，再找 /run/zhaoshang/zsd.sock
                  LC_ALL LC_MESSAGES LANG      zh 开头为中文，否则英文（--lang 优先）
                  NO_COLOR                     不用颜色
                  COLUMNS                      宽度
                """,
            en: """
                Environment
                  ZS_SOCKET                    socket of zsd (--socket wins)
                  XDG_RUNTIME_DIR              else $XDG_RUNTIME_DIR/zhaoshang/zsd.sock, then /run/zhaoshang/zsd.sock
                  LC_ALL LC_MESSAGES LANG      Chinese when it begins with zh, else English (--lang wins)
                  NO_COLOR                     no colour
                  COLUMNS                      width
                """))
}
