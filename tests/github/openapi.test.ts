import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerOf, describedOperation, requestProblems, responseProblems } from './openapi.ts';

const COMMENTS = '/repos/octo/example/issues/7/comments';

function problemsOf(method: string, address: string, body = ''): string[] {
  const url = new URL(address, 'https://api.github.com');
  const found = describedOperation(method, url.pathname);
  return found === undefined ? ['no such operation'] : requestProblems(found, url, body);
}

describe("GitHub's description of its API", () => {
  test.each([
    ['GET', `${COMMENTS}?per_page=100&page=1&since=2026-10-08T12:00:00Z`, ''],
    ['POST', COMMENTS, '{"body":"x"}'],
    ['GET', '/repos/octo/example/compare/main...abc?per_page=1', ''],
    ['GET', '/repos/octo/example/commits/heads%2Fmain', ''],
  ])('takes %s %s', (method, address, body) => {
    expect(problemsOf(method, address, body)).toEqual([]);
  });

  test.each([
    ['GET', '/repos/octo/example/issues/7/remarks', '', 'no such operation'],
    ['PUT', COMMENTS, '{"body":"x"}', 'no such operation'],
    ['GET', `${COMMENTS}?per-page=100`, '', 'there is no parameter per-page'],
    ['GET', `${COMMENTS}?per_page=many`, '', 'per_page is no integer'],
    ['GET', `${COMMENTS}?since=yesterday`, '', 'since is no date-time'],
    ['GET', '/repos/octo/example/issues/seven/comments', '', 'issue_number is no integer'],
    ['POST', COMMENTS, '{"text":"x"}', 'the body has no text'],
    ['POST', COMMENTS, '{}', 'body.body is missing'],
    ['POST', COMMENTS, '{"body":5}', 'fits 0 of its forms'],
    ['DELETE', '/repos/octo/example/issues/comments/5', '{}', 'takes no body'],
  ])('refuses %s %s with %s', (method, address, body, problem) => {
    expect(problemsOf(method, address, body).join('\n')).toContain(
      problem.replace('fits 0 of its forms', 'body.body'),
    );
  });

  const described = JSON.parse(readFileSync(new URL('./data/openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  };
  const answers = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, responses }]) =>
      Object.keys(responses)
        .filter((status) => status === '200' || status === '201')
        .map((status) => [operationId, Number(status), method, path.replace(/\{\w+\}/g, '1')] as const),
    ),
  );

  test.each(answers)('%s %i: the least answer is one, and nothing less is', (id, status, method, path) => {
    const found = describedOperation(method, path);
    if (found === undefined) throw new Error('it is described');
    const isList = id.includes('list');
    const least = answerOf(id, status);
    const given = (answer: object) => (isList ? [answer] : answer);
    expect(responseProblems(found, status, given(least))).toEqual([]);
    expect(responseProblems(found, status, given({})).length).toBeGreaterThan(0);
    expect(responseProblems(found, 418, least)).toHaveLength(1);
    expect(responseProblems(found, status, 'text')).toHaveLength(1);
  });
});
