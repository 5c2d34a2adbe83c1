import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Intent, intent } from '../ui/api.ts';

/** A write under one key until it is done: sent again, by us or by a second click, it is still done once. */
export function useWrite<Given = void, Reply = unknown>(
  send: (given: Given, once: Intent) => Promise<Reply>,
  done: (reply: Reply) => unknown,
) {
  const [once, setOnce] = useState(intent);
  return useMutation<Reply, Error, Given>({
    mutationFn: (given) => send(given, once),
    onSuccess: (reply) => {
      setOnce(intent());
      return done(reply);
    },
  });
}
