/** How often schedules run in a month of 30 days. */
import { describe, expect, test } from 'vitest';
import { runsPerMonth } from '../../../src/init/schedule.ts';

describe('a schedule', () => {
  test.each([
    ['rate(1 hour)', '720'],
    ['rate(5 minutes)', '8640'],
    ['rate(1 day)', '30'],
    ['rate(7 days)', '4.2857'],
    ['cron(0 8 * * ? *)', '30'],
    ['cron(0/15 * * * ? *)', '2880'],
    ['cron(0 8,12,18 ? * MON-FRI *)', '64.2857'],
    ['cron(0 8 ? * 2 *)', '4.2857'],
    ['cron(30 6 1 * ? *)', '1'],
    ['cron(0 0 1 JAN,JUL ? *)', '0.1667'],
    ['cron(0-10 9-17/2 1,15 * ? *)', '110'],
  ])('%s runs %s times', (expression, runs) => {
    expect(runsPerMonth(expression)?.toDecimalPlaces(4).toFixed()).toBe(runs);
  });

  test.each([
    'rate(0 minutes)',
    'rate(1 fortnight)',
    'cron(0 8 L * ? *)',
    'cron(0 8 ? * 2#1 *)',
    'cron(0 8 15W * ? *)',
    'cron(0 8 1 * MON *)',
    'cron(61 8 * * ? *)',
    'cron(0 8 * *)',
    'at(2026-11-27T05:00:00)',
    '',
  ])('%s is not counted', (expression) => {
    expect(runsPerMonth(expression)).toBeUndefined();
  });
});
