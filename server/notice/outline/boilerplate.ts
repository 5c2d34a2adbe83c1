/** Lines that every notice has and that oblige nobody: not worth a person's second look. */
const patterns: readonly RegExp[] = [
  /^附\s*[件表图]?\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*(?:[:：].{0,80})?$/,
  /^[（(]?(?:此件|此页|本页|正文).{0,20}(?:公开|无正文|发布)?[）)]?$/,
  /^[（(](?:主动公开|依申请公开|不予公开)[）)]$/,
  /^(?:抄送|抄报|主送|报送|印发|发)\s*[:：]/,
  /^.{2,40}(?:办公室|局|委员会|政府)?\s*\d{4}年\d{1,2}月\d{1,2}日印发$/,
  /^[-—－–·\s]*(?:第?\s*\d{1,3}\s*页?)[-—－–·\s]*$/,
  /^(?:共\s*\d+\s*页|第\s*\d+\s*页\s*[,，]?\s*共\s*\d+\s*页)$/,
  /^[（(]?\s*联系(?:人|电话|方式)\s*[:：].{0,60}$/,
  /^专此(?:函[告达]|通知|报告)/,
  /特此(?:通知|函告|函达|通告)|妥否|请(?:认真|结合实际|遵照|抓好|贯彻|照此).{0,16}(?:执行|落实)/,
  /现将.{0,120}(?:印发|通知如下|通知)|(?:现|特)(?:就|对|制定|作).{0,80}(?:如下|方案|通知)/,
  /以.{2,40}(?:思想|理论|精神)为(?:指导|指引|统领)|深入(?:学习)?贯彻.{0,40}精神/,
  /^[\s—\-_=*＊·.。…]+$/,
  /^(?:上一篇|下一篇|上一条|下一条|当前位置|您?(?:的)?位置|主办(?:单位)?|承办(?:单位)?|版权所有|网站标识码|ICP)\s*[:：>]/,
  /(?:ICP备|公网安备|网站地图)|^(?:扫一扫|分享到|打印本页|关闭窗口|返回顶部)|[【[](?:打印|关闭)/,
  /^(?:发布时间|发布日期|来源|浏览次数|字号|字体)\s*[:：]/,
];

/** What surrounds a notice on a web page, what is only attached, what stands under a table: nobody's duty. */
export const isBeside = (text: string) =>
  /^附\s*[件表图]?\s*\d*\s*[:：]|^备\s*注\s*[:：]|^抄[送报]\s*[:：]|^分享到|ICP备|备案号|^(?:上一[篇条]|下一[篇条]|当前位置|主办(?:单位)?|版权所有)\s*[:：>]/.test(
    text,
  );

/** 附表：……, 特此函告, 注：……: below the last clause, and none of it. */
export const isAppended = (text: string) =>
  /^(?:附\s*[件表图]|[特专]此|注\s*[:：]|说\s*明\s*[:：]|[（(]?\s*联系(?:人|电话|方式)\s*[:：])/.test(text);
/** 为……，制定本细则; 本细则由……负责解释: how a rule opens and closes. */
export const isFormula = (text: string) =>
  /^为了?[^。；]{4,120}制定本(?:细则|方案|办法|规则|计划|意见)。?$|^本(?:细则|方案|办法|规则|计划)由.{2,40}负责解释。?$/.test(
    text,
  );
export const isBoilerplate = (text: string) =>
  isFormula(text.replace(/^第.{1,3}条\s*/, '')) || patterns.some((pattern) => pattern.test(text));
/** 主要采取以下措施： announces what follows. */
export const isLeadIn = (text: string) => /[:：]$/.test(text) && text.length <= 60 && !/\d/.test(text);
