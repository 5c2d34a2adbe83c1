import { refuse } from '../kernel/refusal.ts';
import type { WorkCalendar } from '../notice/date/calendar.ts';
import type { Question, Reading } from '../notice/reading.ts';
import { answerDate, answerOverlap, answerWeekend } from './answer/windows.ts';
import { answerDamage, answerDuty, answerStructure } from './answer/words.ts';
import { refusals } from './plan.ts';
import { type Answer, type Answers, asksDay, asksOtherFile, asksWindow, isSettled, openDoubts } from './settling.ts';

/** The reading with every doubt settled; refuses while one is open. */
export function settled(reading: Reading, answers: Answers, calendar: WorkCalendar): Reading {
  for (const { id, choices } of reading.questions) {
    const answer = answers[id];
    if (answer && !choices.includes(answer.choice)) refuse(refusals.noSuchChoice(answer.choice));
    if (answer && asksOtherFile(answer.choice)) refuse(refusals.garbled);
    const days = answer !== undefined && (asksWindow(answer.choice) || asksDay(answer.choice));
    if (answer?.text && days && !isSettled(answer)) refuse(refusals.badWindow(answer.text));
  }
  const open = openDoubts(reading.questions, answers);
  if (open > 0) refuse(refusals.unsettled(open));
  return answered(reading, answers, calendar);
}

/** `asked` is the reading that the doubt is about: an earlier answer may have changed what it is found by, never the order. */
type About = { asked: Reading; calendar: WorkCalendar };
type Change = (reading: Reading, question: Question, answer: Answer, about: About) => Reading;
/** In this order: what is in a cell, then when, and workdays of the window as it then is. */
const changes: readonly (readonly [Question['kind'], Change])[] = [
  ['structure', answerStructure],
  ['duty', answerDuty],
  ['date', answerDate],
  ['overlap', answerOverlap],
  ['weekend', answerWeekend],
  ['damaged', answerDamage],
];

/** The reading with what a person has said so far: every answer changes what it says it changes. */
export function answered(reading: Reading, answers: Answers, calendar: WorkCalendar): Reading {
  let changed = reading;
  for (const [kind, change] of changes) {
    for (const question of reading.questions) {
      const answer = answers[question.id];
      if (question.kind === kind && answer && isSettled(answer))
        changed = change(changed, question, answer, { asked: reading, calendar });
    }
  }
  return changed;
}
