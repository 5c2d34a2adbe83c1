import { type Refusal, refusal } from '../kernel/refusal.ts';
import { type Objection, type ObjectionState, objectionStates } from './objection.ts';
import { monthDay, termsRefusals } from './terms.ts';

const no = (code: string, status: Refusal['status'], message: string) => refusal(`objection.${code}`, status, message);

export const refusals = {
  notFound: no('notFound', 404, '没有这条异议，请返回列表。'),
  mayNotRaise: no('mayNotRaise', 403, '异议由本单位的信息员或主要负责人提出，请找他们。'),
  onlyItself: no('onlyItself', 409, '异议由单位自己提出；单位已停用、没有人能提的，才由专班代它登记。'),
  noUnit: no('noUnit', 422, '请说明是哪个单位的异议。'),
  notLocked: (month: string) =>
    no('notLocked', 409, `${month} 还没有锁定，不用提异议：有不对的请现在告诉专班，佐证照常认领，锁定前都能改。`),
  over: (month: string, endsOn: string, today: string) =>
    no(
      'over',
      409,
      `${month} 的异议期到 ${monthDay(endsOn)}为止，今天是 ${monthDay(today)}，不再受理。新的佐证请照常认领，迟到的记入下一个没有锁定的月份；系统日期不对的，请告诉专班核对。`,
    ),
  noLine: no('noLine', 409, '锁定的得分单里没有这一行，请刷新看过再提。'),
  noFact: no('noFact', 422, '勾的事实不在这一行里，请刷新重新勾。'),
  laterMonth: (month: string, own: string) =>
    no('laterMonth', 422, `这件事发生在 ${own}，不是 ${month} 漏记的；请照常认领，记入它自己的月份。`),
  noEvidence: no('noEvidence', 422, '漏记的要有佐证：请至少交一份剪报、截图、文件。'),
  noFile: no('noFile', 422, '有佐证没有传上来，请重新传这几份。'),
  notMoved: no('notMoved', 403, '这条更正没有把本单位的名次往后移，不能提异议；有线索请直接告诉专班。'),
  twice: no('twice', 409, '这一行本单位已经提过异议，一行只复核一次；要补充请打开那一条，撤回以后还在异议期的可以重提。'),
  mayNotAnswer: no('mayNotAnswer', 403, '异议由专班复核，请等他们答复。'),
  ownObjection: no('ownObjection', 403, '这条异议是您提出的，不能自己复核，请专班另一个人办理。'),
  handled: no('handled', 403, '这条事实是您经手核验或登记的，要没有经手的人来复核，请另一位办理。'),
  hostUnit: no('hostUnit', 403, '专班挂靠单位的异议，由专班分管领导复核。'),
  ownAnswer: no('ownAnswer', 403, '更正是您拟的，要另一个人确认。'),
  notPending: (state: ObjectionState) => no('notPending', 409, `这条异议${objectionStates[state]}，不能再办；请返回列表。`),
  reasonNeeded: no('reasonNeeded', 422, '请写理由，单位看得到。'),
  noDocument: no('noDocument', 422, '更正要有依据：请至少交一份文件或佐证。'),
  noChange: no('noChange', 422, '更正要说明改什么：撤销哪一条、改成什么，或补记什么。'),
  notTheirs: no('notTheirs', 422, '要改的事实不是这个单位的，请刷新重新选。'),
  noShare: no('noShare', 422, '分享的单位名录里没有，请核对。'),
  sameTwice: no('sameTwice', 422, '同一条事实改了两次，请只留一处。'),
  moved: no('moved', 409, '要改的事实在这期间已经改过，不能照原来的更正；请选“不同意”，退回重新复核。'),
  movedOn: ({ state }: Pick<Objection, 'state'>) =>
    no('movedOn', 409, `打开之后有人办过，现在${objectionStates[state]}，请看过再办。`),
} as const;

export const constraintRefusals = {
  objection_once: refusals.twice,
  objection_not_own: refusals.ownObjection,
  objection_four_eyes: refusals.ownAnswer,
  month_terms_pkey: termsRefusals.taken,
};
