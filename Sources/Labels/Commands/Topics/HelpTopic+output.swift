extension HelpTopic {
    static let output = HelpTopic(
        "output", ["输出"],
        Phrase(
            zh: """
                输出
                  终端      按终端宽度排好的表格
                  管道      制表符分隔，无标题，不截断，值与文档一致；单条记录为“键<TAB>值”；报告为纯文本
                  --json    一个 JSON 文档，键有序，字段只增不减
                  --columns id,state   选列；可选的列在写错时列出
                  -o 文件   .md .csv .json .txt，可重复；写完才替换旧文件

                结果在标准输出，其余都在标准错误。
                """,
            en: """
                Output
                  terminal  tables fitted to its width
                  pipe      tab-separated, without titles, nothing cut, values as in the document;
                            a record is key<TAB>value; a report is plain text
                  --json    one JSON document, sorted keys; fields are added, never removed
                  --columns id,state   choose columns; a wrong one lists those there are
                  -o FILE   .md .csv .json .txt, may be repeated; the old file stays until the new one is whole

                The result goes to standard output, everything else to standard error.
                """))
}
