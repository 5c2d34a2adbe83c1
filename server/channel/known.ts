import type { MediaTier, OutletKind } from './channel.ts';

/** Offered to the counties whose division code begins so; an office changes every tier as it sees fit. */
type Block = { within: string; tier: MediaTier; mainstream: boolean; outlets: readonly Line[] };
type Line = readonly [name: string, kind: OutletKind, group?: string, ...aliases: string[]];

const blocks: readonly Block[] = [
  {
    within: '',
    tier: 'central',
    mainstream: true,
    outlets: [
      ['人民日报', 'paper', '人民日报'],
      ['人民网', 'site', '人民日报'],
      ['新华社', 'paper', '新华社'],
      ['新华网', 'site', '新华社'],
      ['求是', 'paper'],
      ['光明日报', 'paper', '光明日报'],
      ['光明网', 'site', '光明日报'],
      ['经济日报', 'paper', '经济日报'],
      ['中国经济网', 'site', '经济日报'],
      ['中国日报', 'paper'],
      ['中央广播电视总台', 'broadcast', '中央广播电视总台', '央视', '央广', '国际台'],
      ['科技日报', 'paper'],
      ['工人日报', 'paper'],
      ['中国青年报', 'paper'],
      ['中国妇女报', 'paper'],
      ['农民日报', 'paper'],
      ['法治日报', 'paper', '法治日报', '法制日报'],
      ['中国新闻社', 'paper', '中国新闻社', '中新社'],
      ['中新网', 'site', '中国新闻社', '中国新闻网'],
      ['学习强国全国平台', 'app', '学习强国'],
    ],
  },
  {
    within: '', // 部委行业报 count as 省部级
    tier: 'provincial',
    mainstream: true,
    outlets: [
      ['中国社会报', 'paper'],
      ['中国教育报', 'paper'],
      ['健康报', 'paper'],
      ['中国水利报', 'paper'],
      ['中国建设报', 'paper'],
      ['中国交通报', 'paper'],
      ['中国组织人事报', 'paper'],
      ['中国劳动保障报', 'paper'],
    ],
  },
  {
    within: '43',
    tier: 'provincial',
    mainstream: true,
    outlets: [
      ['湖南日报', 'paper', '湖南日报'],
      ['新湖南', 'app', '湖南日报'],
      ['华声在线', 'site', '湖南日报'],
      ['三湘都市报', 'paper', '湖南日报'],
      ['湖南卫视', 'broadcast', '湖南广播电视台'],
      ['湖南经视', 'broadcast', '湖南广播电视台'],
      ['芒果TV', 'app', '湖南广播电视台'],
      ['红网', 'site', '红网', '红网时刻'],
      ['时刻新闻', 'app', '红网'],
      ['潇湘晨报', 'paper'],
      ['学习强国湖南平台', 'app', '学习强国'],
    ],
  },
  { within: '43', tier: 'provincial', mainstream: false, outlets: [['湖南省政府门户网站', 'site']] },
  {
    within: '4305',
    tier: 'municipal',
    mainstream: true,
    outlets: [
      ['邵阳日报', 'paper', '邵阳日报'],
      ['邵阳新闻网', 'site', '邵阳日报'],
      ['邵阳城市报', 'paper', '邵阳日报'],
      ['邵阳广播电视台', 'broadcast', '邵阳广播电视台', '邵阳电视台'],
      ['邵阳交通频道', 'broadcast', '邵阳广播电视台', 'FM95.4'],
      ['邵阳经济频道', 'broadcast', '邵阳广播电视台', 'FM99.6'],
      ['爱上邵阳', 'app', '邵阳广播电视台'],
      ['邵阳传媒网', 'site', '邵阳广播电视台'],
    ],
  },
  {
    within: '4305',
    tier: 'municipal',
    mainstream: false,
    outlets: [
      ['邵阳市政府门户网站', 'site'],
      ['市专班简报', 'brief'],
    ],
  },
  {
    within: '',
    tier: 'county',
    mainstream: false,
    outlets: [
      ['县工作简报', 'brief'],
      ['县政府门户网站', 'site', undefined, '县政府门户', '县门户网站'],
      ['县融媒体中心', 'broadcast'],
    ],
  },
];

/** The usual outlets for a county of that code. */
export const knownIn = (county: number) =>
  blocks
    .filter(({ within }) => `${county}`.startsWith(within))
    .flatMap(({ tier, mainstream, outlets }) =>
      outlets.map(([name, kind, groupName = null, ...aliases]) => ({ name, kind, groupName, aliases, mainstream, tier })),
    );
