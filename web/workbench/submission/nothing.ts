import type { Written } from '../../../server/submission/submission.ts';

/** A draft before its first word. */
export const nothing: Written = {
  ...{ title: '', body: '', pictures: [], genre: 'news', projectId: null, campaignId: null, commissionId: null },
};

/** The part of an article that its writer fills in. */
export const writtenOf = ({ title, body, pictures, genre, projectId, campaignId, commissionId }: Written): Written => ({
  ...{ title, body, pictures, genre, projectId, campaignId, commissionId },
});
