/** Reads `prompt`: what the input of a call is made of. */
import { defined } from './defined.ts';
import type { ManifestWorkload, PromptUse } from './manifest.ts';
import type { WorkloadContent } from './schema.ts';
import { type ManifestSource, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Path } from './tree.ts';

export function promptOf(content: WorkloadContent['prompt']): PromptUse | undefined {
  if (content === undefined) return undefined;
  const { system, history, chunks, images, video, question } = content;
  return defined({
    system,
    history:
      history === undefined
        ? undefined
        : {
            turns: history.turns,
            user: history.user,
            ...defined({ assistant: history.assistant }),
          },
    chunks,
    images,
    video,
    question,
  });
}

/** A prompt beside the number that it makes, one without parts, and a history whose answers have no length. */
export function reportPromptConflicts(source: ManifestSource, path: Path, workload: ManifestWorkload): void {
  const owners = [
    { own: path, stated: workload },
    ...workload.calls.map((call) => ({ own: [...path, 'calls', call.name], stated: call })),
  ];
  for (const { own: owner, stated } of owners) {
    const { prompt, inputTokens, outputTokens } = stated;
    if (prompt === undefined) continue;
    const own = [...owner, 'prompt'];
    const place = locate(source.root, own);
    if (inputTokens !== undefined) {
      const message = `${subject(own)} stands beside \`input_tokens\`, which it takes the place of`;
      report(source, { code: 'manifest-conflict', at: place, message });
    }
    if (Object.keys(prompt).length === 0) {
      const message = `${subject(own)} has no part`;
      const hint = 'prompt: { system: 800, question: 150 }';
      report(source, { code: 'manifest-missing', at: place, message, hint });
    }
    const { history } = prompt;
    const answer = history?.assistant ?? outputTokens ?? workload.outputTokens;
    // A workload with named calls has its output tokens in them.
    if (history === undefined || answer !== undefined || (owner === path && workload.calls.length > 0))
      continue;
    const message = `${subject([...own, 'history'])} lacks the tokens of an answer, which \`output_tokens\` does not state either`;
    const hint = 'history: { turns: 10, user: 150, assistant: 300 }';
    report(source, { code: 'manifest-missing', at: locate(source.root, [...own, 'history']), message, hint });
  }
}
