import { type Campaign, type Question, question, type Reading } from '../notice/reading.ts';

export const sameProject = '是同一个项目，两场都宣传';
export const otherProject = '是两个项目，后一个注明主题';

type Themed = { no: string | number | null; theme: string; projects: readonly string[] };

/** A project stands in a plan once under its name: where two themes have the name, a person says whether they mean one. */
export function withDoubts(reading: Reading, planned: readonly Themed[]): Reading {
  const asked = reading.campaigns.flatMap((campaign, place) => {
    const before: readonly Themed[] = [...planned, ...reading.campaigns.slice(0, place)];
    return [...new Set(campaign.projects)].flatMap((name) => {
      const other = before.find(({ theme, projects }) => theme !== campaign.theme && projects.includes(name));
      const known = before.some(({ theme, projects }) => theme === campaign.theme && projects.includes(name));
      return other && !known ? [doubt(name, other, campaign)] : [];
    });
  });
  return { ...reading, questions: [...reading.questions, ...asked].sort((a, b) => a.line - b.line) };
}

function doubt(name: string, other: Themed, campaign: Campaign): Question {
  const why = `“${named(other)}”和“${named(campaign)}”下都有这个项目，是不是同一个？`;
  return question('structure', campaign.line, name, why, [sameProject, otherProject]);
}

const named = ({ no, theme }: Themed) => (no === null ? theme : `第 ${no} 场 ${theme}`);

/** Told apart by the theme, so that neither loses its rank or its pieces to the other. */
export const toldApart = (name: string, theme: string) => `${name}（${theme}）`;
