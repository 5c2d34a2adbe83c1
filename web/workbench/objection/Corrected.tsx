import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { monthWords } from '../adoption/claims.ts';
import './objection.css';
import { corrections } from './objections.ts';

/** On the page of an act that a review corrected: what is written there no longer counts as it stands. */
export function Corrected({ source }: { source: string }) {
  const found = useQuery(corrections).data?.corrections.filter(({ sourceId }) => sourceId === source) ?? [];
  return found.map(({ objectionId, period, cancelled }) => (
    <p key={objectionId} className="reviewed">
      ! 经异议复核更正：{cancelled ? '不再计' : '改按复核的计'}，更正列在{monthWords(period)}。{' '}
      <Link to="/objections/$objectionId" params={{ objectionId }}>
        看复核
      </Link>
    </p>
  ));
}
