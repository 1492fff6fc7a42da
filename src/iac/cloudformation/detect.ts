/** Which files may be templates: by path, then by text, both without parsing. */
import { nameOf } from '../paths.ts';

/** Folders that hold what tools made or downloaded. */
const MADE =
  /(?:^|\/)(?:node_modules|\.git|\.aws-sam|\.serverless|cdk\.out|\.venv|site-packages|vendor|[^/]+\.snapshot)\//;

/** Names of files that are something else, whatever stands in them. */
const OTHER =
  /^(?:package(?:-lock)?|tsconfig.*|composer|manifest|tree|cdk|launch|settings)\.json$|^(?:pnpm-lock|docker-compose.*|compose|mkdocs|\.gitlab-ci|Chart)\.ya?ml$/;

/** Files that say by their name that they are templates. */
export function isNamedTemplate(path: string): boolean {
  return (
    /(?:^|\/)(?:template|[^/]*(?:\.template|\.cfn|\.sam))\.(?:ya?ml|json)$/.test(path) && !MADE.test(path)
  );
}

/** Whether a file of this path may be a template. */
export function mayBeTemplate(path: string): boolean {
  return /\.(?:ya?ml|json|template|cfn)$/.test(path) && !MADE.test(path) && !OTHER.test(nameOf(path));
}

/** Whether a text may be a template: it has a section of resources, and a type of AWS. */
export function looksLikeTemplate(text: string): boolean {
  return /(?:^|[\n{,])[ \t]*["']?Resources["']?[ \t]*:/.test(text) && /\bAWS::[A-Z][A-Za-z0-9]*::/.test(text);
}
