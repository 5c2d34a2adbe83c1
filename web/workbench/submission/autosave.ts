import type { Written } from '../../../server/submission/submission.ts';

export type Stand = { id: string | null; version: number };
export type Saved = { id: string; version: number; savedAt: string };
export type Trouble = { kind: 'conflict' | 'refused' | 'unreached'; error: Error };

type Door<Once, Words> = {
  send: (stand: Stand, written: Words, once: Once) => Promise<Saved>;
  intent: () => Once;
  /** What an error means: somebody else saved, the server refuses these words, or nobody knows whether they arrived. */
  meaning: (error: Error) => Trouble['kind'];
  told: (news: { saved: Saved; written: Words } | Trouble) => void;
};

/**
 * Saves one after the other what is typed. A try whose answer got lost is sent again as it was, under its key, before anything
 * newer goes: so the writer never stands in his own way.
 */
export class Autosave<Once, Words = Written> {
  private readonly door: Door<Once, Words>;
  private stand: Stand;
  private saved: string;
  private wanted: Words;
  private unanswered: { stand: Stand; written: Words; once: Once } | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(door: Door<Once, Words>, stand: Stand, saved: Words) {
    this.door = door;
    this.stand = stand;
    this.saved = JSON.stringify(saved);
    this.wanted = saved;
  }

  type(written: Words): void {
    this.wanted = written;
  }

  /** Until somebody has chosen: nothing goes out. */
  stop(): void {
    this.stopped = true;
  }

  /** After a conflict: on what it is to be saved now, and what stands there. */
  resume(stand: Stand, saved: Words): void {
    this.stand = stand;
    this.saved = JSON.stringify(saved);
    this.stopped = false;
  }

  get at(): Stand {
    return this.stand;
  }

  get isSaved(): boolean {
    return this.unanswered === null && JSON.stringify(this.wanted) === this.saved;
  }

  /** All that is typed until now; ends without a throw when it cannot be had now. */
  flush(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped && !this.isSaved) {
      const given = this.unanswered ?? { stand: this.stand, written: this.wanted, once: this.door.intent() };
      this.unanswered = given;
      try {
        const saved = await this.door.send(given.stand, given.written, given.once);
        this.unanswered = null;
        this.stand = { id: saved.id, version: saved.version };
        this.saved = JSON.stringify(given.written);
        this.door.told({ saved, written: given.written });
      } catch (error) {
        const kind = this.door.meaning(error as Error);
        if (kind !== 'unreached') this.unanswered = null;
        if (kind === 'conflict') this.stop();
        this.door.told({ kind, error: error as Error });
        return;
      }
    }
  }
}
