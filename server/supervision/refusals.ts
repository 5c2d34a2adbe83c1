import { type Refusal, refusal } from '../kernel/refusal.ts';
import { monthDay } from '../objection/terms.ts';
import { type Colour, colours, type OrderState, orderStates } from './supervision.ts';

const no = (code: string, status: Refusal['status'], message: string) => refusal(`supervision.${code}`, status, message);

export const refusals = {
  notFound: no('notFound', 404, '没有这张督办单，请返回列表。'),
  mayNotOrder: no('mayNotOrder', 403, '督办单由专班办公室发、升级、销号和撤回，请找他们。'),
  mayNotLead: no('mayNotLead', 403, '红单和约谈由专班分管领导定，请等他办理。'),
  mayNotAnswer: no('mayNotAnswer', 403, '整改反馈和延期由本单位信息员或主要负责人办理，请找他们。'),
  mayNotSet: no('mayNotSet', 403, '督办规则由专班定，请找他们。'),
  ownProposal: no('ownProposal', 403, '这是您拟的，要另一个人同意，请换人办理。'),
  noUnit: no('noUnit', 422, '名录里没有这个单位，或者它已经停用，请重新选。'),
  hostUnit: no('hostUnit', 422, '专班挂靠单位不由专班自己督办，请按单位自己的程序处理。'),
  badDue: (next: string) => no('badDue', 422, `到期日要是今天以后的工作日，请改一天；往后最近的工作日是 ${monthDay(next)}。`),
  notShort: (month: string) =>
    no('notShort', 422, `${month} 不能作依据：它还没有锁定，或这个单位那个月没有欠任务。请刷新看过再发。`),
  notInRow: no('notInRow', 422, '依据的月份要连着，请刷新看过再发。'),
  whyHigher: (colour: Colour | null) =>
    no('whyHigher', 422, `按规则${colour === null ? '没有建议' : `到${colours[colour]}`}，急事要直接发更高的，请写理由。`),
  noTalkFirst: no('noTalkFirst', 422, '约谈要先发过红单、到期没有办结才拟，请先发红单。'),
  twice: no('twice', 409, '这件事已经有一张没有办结的督办单，一事一单；请打开那一张，到期没有办结的升级。'),
  notNow: (state: OrderState) => no('notNow', 409, `这张督办单${orderStates[state]}，不能这样办，请刷新看看。`),
  notDue: (dueOn: string) => no('notDue', 409, `还没有到期（${monthDay(dueOn)}），到期没有办结才能升级。`),
  isAsked: no('isAsked', 409, '单位申请了延期，请先答复延期再升级。'),
  isRising: no('isRising', 409, '已经拟了升级，等分管领导定，请等他办理。'),
  highest: no('highest', 409, '已经约谈，没有更高的了；按约谈的要求跟进。'),
  notRising: no('notRising', 409, '没有等您定的升级，请刷新看看。'),
  noTalkNote: no('noTalkNote', 422, '约谈要写谈了什么、提了什么要求，请补上。'),
  noReason: no('noReason', 422, '不同意要写理由，请补上。'),
  notAnswered: no('notAnswered', 409, '单位还没有反馈，不能销号；发错了的请撤回。'),
  noAnswer: no('noAnswer', 422, '请写整改反馈。'),
  noFile: no('noFile', 422, '有佐证没有传上来，请重新传这几份。'),
  tooLate: (dueOn: string) => no('tooLate', 409, `到期日 ${monthDay(dueOn)}已经过了，不能再申请延期；请尽快反馈。`),
  askedAlready: no('askedAlready', 409, '已经申请了延期，请等专班答复。'),
  notLater: no('notLater', 422, '延期要晚于现在的到期日，请改一天。'),
  notAsked: no('notAsked', 409, '没有等答复的延期申请，请刷新看看。'),
  movedOn: (state: OrderState) => no('movedOn', 409, `打开之后有人办过，现在${orderStates[state]}，请看过再办。`),
  notAhead: no('notAhead', 422, '规则只能从明天以后的某一天起改：已经过完的月份按当时的规则。'),
  taken: no('taken', 409, '同一天起的规则刚由别人定过，请刷新看看，换一天再定。'),
  notClimbing: no('notClimbing', 422, '蓝、橙、红、约谈的月数要一个比一个大，不超过 12，请核对。'),
} as const;

export const namingRefusals = {
  mayNotPropose: no('mayNotName', 403, '通报表扬、通报批评的名单由专班办公室提出，请找他们。'),
  mayNotConfirm: no('mayNotConfirmNames', 403, '通报批评的名单由专班分管领导确认，请等他办理。'),
  own: no('ownNames', 403, '名单是您提出的，要另一个人确认，请换人办理。'),
  noMonth: no('noMonth', 404, '没有这个月的名单，请返回列表。'),
  notLocked: (month: string) => no('namesNotLocked', 409, `${month} 还没有锁定，名单只是预览；请锁定以后再定。`),
  isThere: no('namesThere', 409, '这份名单已经提出，要改请先撤回。'),
  notThere: no('namesNotThere', 409, '这份名单还没有提出，或已经撤回，请刷新看看。'),
  notProposed: no('namesNotProposed', 409, '没有等确认的名单，请刷新看看。'),
  movedOn: no('namesMovedOn', 409, '打开之后有人办过，请刷新看过再办。'),
  noUnit: no('namesNoUnit', 422, '有单位不在这个月的名单里，请刷新重新选。'),
  offNeedsWhy: no('offNeedsWhy', 422, '从名单里去掉的要写理由，请补上。'),
  addNeedsWhy: no('addNeedsWhy', 422, '自己加上去的要写理由，请补上。'),
  empty: no('namesEmpty', 422, '名单里没有单位，不用定；请至少留一个。'),
} as const;

export const constraintRefusals = {
  supervision_order_once: refusals.twice,
  supervision_order_four_eyes: refusals.ownProposal,
  supervision_rules_pkey: refusals.taken,
  supervision_rules_climb: refusals.notClimbing,
  naming_four_eyes: namingRefusals.own,
};
