import postgres from 'postgres';
import { z } from 'zod';
import { type Refusal, Refused, refusal } from '../kernel/refusal.ts';

export const refusals = {
  malformed: refusal('request.malformed', 422, '提交的内容不完整，请刷新页面再试。'),
  invalid: refusal('request.invalid', 422, '填写有误，请按提示改正。'),
  unstorable: refusal(
    'request.unstorable',
    422,
    '文字里夹着看不见的坏字符，多半是粘贴带来的，没有保存；请把这一处删掉重新输入。',
  ),
  beyond: refusal('request.beyond', 422, '有数字或日期超出了能保存的范围，没有保存；请核对。'),
  keyless: refusal('request.keyless', 422, '这次提交没有编号，请刷新页面再试。'),
  tooLarge: refusal('request.tooLarge', 413, '内容超过 16 MB，请分开提交或改传文件。'),
  collided: refusal('request.collided', 409, '有人同时在办同一件事，没有保存，请再点一次。'),
  signedOut: refusal('request.signedOut', 401, '登录已结束，填写的还在，请重新登录。'),
  changePassword: refusal('request.changePassword', 403, '密码已用满 90 天，请到“我的密码”换一个再办。'),
  notThere: refusal('request.notThere', 404, '没有这个页面，请返回。'),
  mayNot: refusal('request.mayNot', 403, '您的角色不能办这件事，请找负责的人。'),
  elsewhere: refusal('request.elsewhere', 403, '这次提交来自别的网站，没有办理；请从本系统的页面操作。'),
  unreachable: refusal('request.unreachable', 503, '数据库暂时连不上，没有保存，填写的还在；请稍后再点一次。'),
} as const;

/** The one place where an error becomes a refusal; null: it is our fault, not the person's. */
export function refusalFor(error: Error, constraints: Record<string, Refusal>): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof z.ZodError) return { ...refusals.invalid, fields: fieldsOf(error) };
  if (!(error instanceof postgres.PostgresError)) return unreachable(error) ? refusals.unreachable : null;
  if (error.code === '40001' || error.code === '40P01') return refusals.collided;
  if (error.code === '22003' || error.code === '22008') return refusals.beyond;
  if (/^(08|57P|53)/.test(error.code)) return refusals.unreachable;
  return constraints[error.constraint_name ?? ''] ?? null;
}

const fieldsOf = ({ issues }: z.ZodError) => Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));

/** How the driver names a connection that broke. */
const unreachable = (error: Error & { code?: string }) =>
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)/.test(error.code ?? '');
