/** Notices that a report must show and must not obey. */
import type { Notice } from '../../src/index.js'

export const EVIL = [
  '"><img src=x onerror="hacked=1">',
  '</title></style></script><script>hacked=1</script>',
  "' onfocus='hacked=1' autofocus x='",
  '<svg/onload=hacked=1>',
  '</mark></p></section><iframe src="https://example.gov.cn/">',
  '&lt;b&gt;&#x202e;',
  '[甲](javascript:hacked=1)',
  'javascript:hacked=1',
  ']]>--><!--',
  '\u202e\u2066\0',
]

export const HOSTILE = `青屿市教育局文件\n\n青教〔2024〕18号\n\n关于报送材料的通知\n\n各单位：\n\n请于2024年5月20日前报送材料。{}\n
联系人：苗青禾  电话：0578-5550123  邮箱：a@example.gov.cn\n\n青屿市教育局\n2024年4月15日\n`

export const PAGE = `<!doctype html><html><head><title>示例市示例局关于做好2024年示例工作的通知</title></head><body><div class="nav"><a href="/">首页</a></div>
<h1>示例市示例局关于做好<b>2024年</b>示例工作的通知</h1><div class="TRS_Editor"><p>各县（市、区）示例局：</p>
<p>&emsp;&emsp;请于2024年5月2&#48;日前将材料报送示例局，联系电话：0100-5550123。</p><table><tr><td>项目</td><td>数量</td></tr><tr><td>甲</td><td>12</td></tr></table>
<p>示例市示例局</p><p>2024年5月6日</p></div></body></html>`

/** The notice with every text that a page may show made hostile. */
export function infected(notice: Notice): Notice {
  let n = 0
  const { source, ...rest } = notice
  const spoilt = JSON.parse(
    JSON.stringify(rest, (key, value: unknown) =>
      typeof value === 'string' &&
      !/^(?:start|end|due|from|severity|role|precision|relation|kind|level|unit)$/.test(key)
        ? value + EVIL[n++ % EVIL.length]
        : value,
    ),
  ) as Omit<Notice, 'source'>
  return { source: { ...source, filename: `${EVIL[0]}.txt` }, ...spoilt }
}
