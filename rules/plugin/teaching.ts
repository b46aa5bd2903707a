import type { RuleContext } from './create-rule.ts';

/** What `messageStyle: 'teaching'` adds to each message of a rule: two sentences for a reader who sees nothing but the finding. */
export interface Lesson {
  /** What goes wrong at run time where the rule is broken. */
  readonly why: string;
  /** How code does it right. */
  readonly how: string;
}

/** Messages with a lesson stand beside the concise ones, under ids of their own: hosts read both from the metadata of the rule. */
export function addLesson<Messages extends Readonly<Record<string, string>>>(
  messages: Messages,
  { why, how }: Lesson,
): Messages {
  const taught = Object.entries(messages).map(([id, text]) => [getTeachingId(id), `${text} Why: ${why} How: ${how}`]);
  return { ...messages, ...Object.fromEntries(taught) };
}

export function getTeachingId(messageId: string): string {
  return `${messageId}:teaching`;
}

/** The same context, whose reports use the messages with a lesson; those of suggestions stay concise. */
export function teach<MessageIds extends string>(context: RuleContext<MessageIds>): RuleContext<MessageIds> {
  const report: typeof context.report = (descriptor) =>
    // The ids with a lesson are made by `addLesson`; a rule's own type does not name them.
    context.report({ ...descriptor, messageId: getTeachingId(descriptor.messageId) as MessageIds });
  return Object.create(context, { report: { value: report } }) as RuleContext<MessageIds>;
}
