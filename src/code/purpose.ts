/** What a model makes, as far as its id tells: a chat model does not take the place of one that embeds. */
export type ModelPurpose = 'embedding' | 'reranking' | 'image' | 'video' | 'speech' | 'text';

/** The names that families have for what is not text, in Amazon's list of foundation models of 2026-10. */
const MARKS: readonly (readonly [ModelPurpose, RegExp])[] = [
  ['embedding', /embed/],
  ['reranking', /rerank/],
  ['image', /canvas|image|stability\.|stable-/],
  ['video', /reel|luma\.|video/],
  ['speech', /sonic|speech/],
];

/** By the id alone; `text` where nothing in it says otherwise. */
export function purposeOf(id: string): ModelPurpose {
  const lower = id.toLowerCase();
  return MARKS.find(([, mark]) => mark.test(lower))?.[0] ?? 'text';
}
