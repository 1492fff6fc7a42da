/** Sentences in parts, so that what a pull request chose is told from words of ours and render can escape it. */

/** Words of ours, or a name that the pull request chose. */
export type Words = { readonly plain: string } | { readonly name: string };
