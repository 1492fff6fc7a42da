import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import {
  changePercent,
  count,
  percentagePoints,
  perUnits,
  plainPercent,
  quantity,
  quantityRange,
  signedPercent,
  signedUsd,
  unitPrice,
  usd,
  usdBounds,
  usdRange,
} from '../../../src/render/money.ts';
import { price, range } from './reports.ts';

test.each([
  ['0', '$0.00', '–'],
  ['-0', '$0.00', '–'],
  ['1', '$1.00', '+$1.00'],
  ['-1', '−$1.00', '−$1.00'],
  ['1234.5', '$1,234.50', '+$1,234.50'],
  ['999.995', '$1,000.00', '+$1,000.00'],
  ['123456789.125', '$123,456,789.13', '+$123,456,789.13'],
  ['0.01', '$0.01', '+$0.01'],
  ['0.009', '<$0.01', '+<$0.01'],
  ['0.0000001', '<$0.01', '+<$0.01'],
  ['-0.004', '−<$0.01', '−<$0.01'],
  ['0.125', '$0.13', '+$0.13'],
  ['-0.125', '−$0.13', '−$0.13'],
  ['1e15', '$1,000,000,000,000,000.00', '+$1,000,000,000,000,000.00'],
])('%s dollars', (amount, bare, signed) => {
  expect(usd(decimal(amount))).toBe(bare);
  expect(signedUsd(decimal(amount))).toBe(signed);
});

describe('ranges', () => {
  test('one amount where nothing varies', () => {
    expect(usdRange(range(5, 5, 5))).toBe('$5.00');
  });
  test('whole dollars where cents are noise', () => {
    expect(usdRange(range(1000, 1500.4, 2000.5))).toBe('$1,000–$2,001 (expected $1,500)');
    expect(usdBounds(range(-500, 0, 500))).toEqual({ low: '−$500', high: '$500' });
  });
  test('from the least to the most, also of what runs against the total', () => {
    expect(usdRange(range(135, 112.5, 90.5))).toBe('$90.50–$135.00 (expected $112.50)');
    expect(usdRange(range(9, 16, 15))).toBe('$9.00–$16.00 (expected $16.00)');
    expect(usdBounds(range(-1, -50, -500))).toEqual({ low: '−$500.00', high: '−$1.00' });
  });
  test('cents where one of the amounts is small', () => {
    expect(usdRange(range(0.5, 1500, 2000))).toBe('$0.50–$2,000.00 (expected $1,500.00)');
  });
});

test.each([
  ['500', '1000', '+50%'],
  ['-24', '1000', '−2.4%'],
  ['99.9', '1000', '+10%'],
  ['0.4', '1000', '+<0.1%'],
  ['123456', '1000', '+12,346%'],
  ['5', '0', undefined],
  ['0', '5', undefined],
])('%s on %s in percent', (delta, base, expected) => {
  expect(changePercent(decimal(delta), decimal(base))).toBe(expected);
});

test('percent without a base', () => {
  expect(signedPercent(decimal(0))).toBe('–');
  expect(plainPercent(decimal(0))).toBe('0%');
  expect(plainPercent(decimal('12.5'))).toBe('13%');
  expect(plainPercent(decimal('8'))).toBe('8%');
  expect(percentagePoints(decimal('479.28'))).toBe('479 points');
  expect(percentagePoints(decimal('4.5'))).toBe('4.5 points');
});

test.each([
  ['0', '0'],
  ['6', '6'],
  ['0.2', '0.2'],
  ['150000', '150,000'],
  ['999999', '999,999'],
  ['2700000000', '2,700M'],
  ['1500000', '1.5M'],
  ['1234567', '1,234,567'],
  ['1234500', '1,234,500'],
  ['1234000', '1.234M'],
  ['41.66666666666666666666', '≈41.666667'],
  ['0.000003', '0.000003'],
  ['0.0000000000000001234567', '≈0.000000000000000123'],
  ['-2.5', '−2.5'],
])('the quantity %s', (value, expected) => {
  expect(quantity(decimal(value))).toBe(expected);
});

test('a quantity that varies', () => {
  expect(quantityRange(range(5, 6, 10))).toBe('5–10 (expected 6)');
  expect(quantityRange(range(0.9, 0.75, 0.6))).toBe('0.6–0.9 (expected 0.75)');
  expect(quantityRange(range(6, 6, 6))).toBe('6');
});

test.each([
  ['3', 1e6, '$3.00', '1M'],
  ['0.0000166667', 1, '$0.0000166667', undefined],
  ['0.15', 1000, '$0.15', '1,000'],
  ['1234.5', 1, '$1,234.50', undefined],
  ['0.3333333333333333333333', 1, '≈$0.3333333333333333', undefined],
])('the unit price %s per %s', (amount, per, shown, units) => {
  const stated = price(amount, per, 'units');
  expect(unitPrice(stated)).toBe(shown);
  expect(perUnits(stated)).toBe(units);
});

test('counts', () => {
  expect(count(0)).toBe('0');
  expect(count(1234)).toBe('1,234');
});
