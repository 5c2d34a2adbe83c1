import type { DocumentInput } from '../server/render/document.ts';

const units = [
  '县教育局',
  '县民政局',
  '县人社局',
  '县住建局',
  '县交通局',
  '县水利局',
  '县卫健局',
  '县医保局',
  '县残联',
  '县妇联',
];

const scores: DocumentInput['body'][number] = {
  kind: 'table',
  caption: '表1 各单位得分',
  columns: [
    { head: '名次', align: 'center' },
    { head: '单位', width: 3 },
    { head: '条数', group: '采用', align: 'right' },
    { head: '得分', group: '采用', align: 'right' },
    { head: '合计', align: 'right' },
  ],
  rows: units.map((unit, place) => [place + 1, unit, 30 - place, decimal(7350 - place * 245), decimal(10_350 - place * 245)]),
  totals: [['', '合计', 255, decimal(62_475), decimal(92_475)]],
};

/** A 通报 in the official form with all that such a paper has; `first` is its first sentence. */
export const bulletin = (first = '现将2023年10月的情况通报如下。'): DocumentInput => ({
  title: '关于2023年10月重点民生实事宣传工作\n情况的通报',
  head: { issuer: '邵阳县打好重点民生保障仗工作专班办公室文件', number: '邵民专办〔2023〕12号' },
  addressee: '县直各责任单位',
  body: [
    { kind: 'paragraph', text: first },
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'paragraph', text: '10月，各责任单位共报送信息45篇，采用41条次。' },
    { kind: 'heading', level: 2, text: '完成较好的单位。', runOn: '县教育局、县民政局报送及时、采用较多。' },
    { kind: 'heading', level: 2, text: '零报送单位' },
    { kind: 'heading', level: 3, text: '县交通局本月零报送。' },
    { kind: 'heading', level: 1, text: '各单位得分' },
    scores,
    { kind: 'note', text: '注：名次按得分排列，同分的先比高一级采用数。' },
    { kind: 'figure', svg: bars, caption: '图1 采用条数', widthInMm: 120 },
  ],
  attachments: [
    { title: '各责任单位宣传措施完成情况一览表', landscape: true, body: [measures] },
    { title: '采用条目清单', body: [adoptions] },
  ],
  signature: { signer: '邵阳县打好重点民生保障仗工作专班办公室', date: '2023-11-03' },
  annotation: '此件内部使用',
  imprint: { copies: '县委办公室，县政府办公室', issuer: '邵阳县政府办公室', date: '2023-11-03' },
});

/** The same without 版记 and with more to read: three pages, a table lying across one, a list on one. */
export function fivePages(first: string): DocumentInput {
  const paper = bulletin(first);
  const sentence = '各单位要明确专人负责，按时报送信息，做到全年有宣传、重点有报道，不断提高群众知晓率和满意度。';
  const paragraphs = [2, 3, 3].map((times) => ({ kind: 'paragraph' as const, text: sentence.repeat(times) }));
  return { ...paper, imprint: null, body: [...paper.body, ...paragraphs] };
}

const kinds = ['信息报送', '专栏', '集中宣传', '成果展', '主流媒体', '网络媒体', '户外', '走访', '联络', '六进', '保障'];
const measures: DocumentInput['body'][number] = {
  kind: 'table',
  columns: [{ head: '单位', width: 2 }, ...kinds.map((head) => ({ head, align: 'center' as const }))],
  rows: units.map((unit, place) => [unit, ...kinds.map((_, at) => ((place + at) % 3 === 0 ? '尚未采集' : '完成'))]),
};

const adoptions: DocumentInput['body'][number] = {
  kind: 'table',
  columns: [
    { head: '编号', width: 2 },
    { head: '标题', width: 5 },
    { head: '字数', align: 'right' },
  ],
  rows: [['0430523000012', '一户一表改到家门口', 812]],
};

const bars = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><rect width="120" height="20" y="10" fill="#1b5690"/></svg>`;

function decimal(hundredths: number) {
  return { decimal: (hundredths / 100).toFixed(2) };
}
