import { scoreFiles } from '../assessment/files.ts';
import { command, month } from './command.ts';
import { jsonTextOf } from './files.ts';

const anything = /./;

export const score = command({
  about: '按细则和事实算一个月的得分表，每一分都有条款、算式和所据的事实。不写数据库。',
  takes: {},
  needs: {
    scheme: { value: 'S.json', about: '考核细则，写法见 docs/scheme-guide.md', pattern: anything },
    facts: { value: 'F.json', about: '名单和事实，写法见 docs/scheme-guide.md', pattern: anything },
    month,
  },
  options: {},
  async run({ scheme, facts, month }) {
    const [schemeJson, factsJson] = await Promise.all([jsonTextOf(scheme), jsonTextOf(facts)]);
    return { result: scoreFiles(schemeJson, factsJson, month) };
  },
});
