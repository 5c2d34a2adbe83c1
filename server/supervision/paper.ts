import type { DocumentInput } from '../render/document.ts';
import { dayInWords } from '../render/text.ts';
import { basisWords, colourMeaning, colours, type Order } from './supervision.ts';

/** 督办单 as it is printed and handed over: the official form, without a 文号, which the host's own system gives. */
export function orderPaper(order: Order, office: string): DocumentInput {
  const { unitName, colour, matter, requirement, dueOn, months, issuedOn, confirmedByName } = order;
  const out = issuedOn !== null;
  return {
    title: `关于${matter}的\n督办单（${colours[colour]}·${colourMeaning[colour]}）`,
    marking: out ? null : '待签发',
    head: { issuer: `${office}督办单` },
    addressee: unitName,
    body: [
      { kind: 'heading', level: 1, text: '督办事项' },
      { kind: 'paragraph', text: `${matter}。` },
      ...(months.length > 0
        ? [
            { kind: 'heading' as const, level: 1 as const, text: '依据' },
            ...months.map((month) => ({ kind: 'paragraph' as const, text: `${basisWords(month)}（月度锁定的数据）。` })),
          ]
        : []),
      { kind: 'heading', level: 1, text: '要求' },
      { kind: 'paragraph', text: requirement },
      { kind: 'paragraph', text: `请于${dayInWords(dueOn)}前反馈整改情况；确有困难的，请在到期前申请延期。` },
      ...(confirmedByName === null ? [] : [{ kind: 'paragraph' as const, text: `专班分管领导 ${confirmedByName} 同意。` }]),
    ],
    signature: issuedOn && { signer: office, date: issuedOn },
  };
}
