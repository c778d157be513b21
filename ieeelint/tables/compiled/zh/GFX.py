"""Generated from zh/GFX.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'"<name>" has <across> × <down> pixels on <width> in, which is <found> for each inch. Export it with <wanted> or more (<pixels> pixels across), or as a vector graphic.': '“<name>”有 '
                                                                                                                                                                                        '<across> '
                                                                                                                                                                                        '× '
                                                                                                                                                                                        '<down> '
                                                                                                                                                                                        '像素，排版后宽 '
                                                                                                                                                                                        '<width> '
                                                                                                                                                                                        'in，每英寸只有 '
                                                                                                                                                                                        '<found> '
                                                                                                                                                                                        '像素。请以每英寸 '
                                                                                                                                                                                        '<wanted> '
                                                                                                                                                                                        '像素以上重新导出（宽 '
                                                                                                                                                                                        '<pixels> '
                                                                                                                                                                                        '像素），或者导出为矢量图。',
              'This picture has <across> × <down> pixels on <width> in, which is <found> for each inch. Export it with <wanted> or more (<pixels> pixels across), or as a vector graphic.': '这张图有 '
                                                                                                                                                                                            '<across> '
                                                                                                                                                                                            '× '
                                                                                                                                                                                            '<down> '
                                                                                                                                                                                            '像素，排版后宽 '
                                                                                                                                                                                            '<width> '
                                                                                                                                                                                            'in，每英寸只有 '
                                                                                                                                                                                            '<found> '
                                                                                                                                                                                            '像素。请以每英寸 '
                                                                                                                                                                                            '<wanted> '
                                                                                                                                                                                            '像素以上重新导出（宽 '
                                                                                                                                                                                            '<pixels> '
                                                                                                                                                                                            '像素），或者导出为矢量图。',
              'On this page, <number> picture<s|> with the flat colors of a plot or a drawing <is a JPEG file|are JPEG files>. Export it as a vector graphic, or a screenshot as PNG.': '这一页上有 '
                                                                                                                                                                                        '<number> '
                                                                                                                                                                                        '张 '
                                                                                                                                                                                        'JPEG '
                                                                                                                                                                                        '图片，颜色平整，像是曲线图或示意图。请导出为矢量图；截图请存为 '
                                                                                                                                                                                        'PNG。',
              'This picture has the flat colors of a plot or a drawing, but is a JPEG file. Export it as a vector graphic, or a screenshot as PNG.': '这张图颜色平整，像是曲线图或示意图，却是 '
                                                                                                                                                     'JPEG '
                                                                                                                                                     '文件。请导出为矢量图；截图请存为 '
                                                                                                                                                     'PNG。',
              'This picture is <width> in wide and <height> in deep, but a page has room for 7.16 × 8.8 in. Make it smaller, or divide it.': '这张图宽 '
                                                                                                                                             '<width> '
                                                                                                                                             'in、高 '
                                                                                                                                             '<height> '
                                                                                                                                             'in，而一页只放得下 '
                                                                                                                                             '7.16 '
                                                                                                                                             '× '
                                                                                                                                             '8.8 '
                                                                                                                                             'in。请缩小，或者分成几张。',
              'The picture is only a link to "<address>". Insert the picture itself.': '这张图只是指向“<address>”的链接。请把图片本身插入文件。',
              'IEEE does not accept <ending> files. Convert "<name>" to PDF or PNG.': 'IEEE 不接受 <ending> '
                                                                                      '文件。请把“<name>”转换为 PDF '
                                                                                      '或 PNG。',
              'In "<file>", fonts are Type 3. <remedy!>': '“<file>”里有 Type 3 字体。<remedy!>',
              'In "<file>", <fonts,> <is|are> not embedded. <remedy!>': '“<file>”里没有嵌入字体 <fonts,>。<remedy!>'},
 'rules': {'GFX001': {'of': 'd3ca0571',
                      'title': '位图每英寸至少 300 像素，黑白图至少 600 像素。',
                      'why': '横跨一栏（3.5 in）的图需要 1050 像素，横跨两栏（7.16 in）的需要 2150 '
                             '像素。用软件放大没有用：请重新导出；曲线图请用矢量格式。Word 保存时会压缩图片，请在选项里关闭。每英寸 200 像素以下是警告，以上是提示；作者照片需要 '
                             '220 像素。\n'},
           'GFX002': {'of': '986285a7',
                      'title': '曲线图和示意图不用 JPEG。',
                      'why': 'JPEG 适合照片：它会在线条和字母周围留下杂影。曲线图请导出为 PDF 或 EPS，放大也清晰；截图请存为 PNG。\n'},
           'GFX003': {'of': '2e70c754',
                      'title': '一张图最宽 7.16 in，最高 8.8 in。',
                      'why': '再大就无法和图注排在同一页上。请分成两张图。\n'},
           'GFX004': {'of': 'a5050e84',
                      'title': '图片要在文件里，并且用 IEEE 接受的格式：PDF、EPS、PNG、TIFF 或 JPEG。',
                      'why': 'Word 里只是链接的图片，换一台电脑就看不到：请把图片插入文件。GIF、WebP 等网页格式和 BMP 文件需要转换。\n'},
           'GFX005': {'of': 'd1289cd9',
                      'title': '插入的 PDF 图片里，字体都已嵌入，且没有 Type 3 字体。',
                      'why': '这些字体会进入论文的 PDF 文件，投稿系统会因此拒收。如果论文的 PDF 比稿件新，则直接检查那个 PDF（PDF001、PDF002）。\n'}}}
