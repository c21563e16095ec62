import { describe, expect, it } from 'vitest';
import { deltaText } from './compare.ts';
import { microUsd, priceText, usdText } from './money.ts';

describe('money', () => {
  it.each([
    [0, '0.00'],
    [4_999, '0.00'],
    [5_000, '0.01'],
    [1_234_567_890_000, '1,234,567.89'],
    [-12_345_000, '-12.35'],
    [-1, '0.00'],
  ])('of %i millionths is %s', (amount, text) => {
    expect(usdText(amount)).toBe(text);
  });

  it.each([
    [0.0752, '0.0752'],
    [3, '3'],
    [0.1, '0.1'],
    [26.82, '26.82'],
  ])('a price of %f is %s', (usd, text) => {
    expect(priceText(microUsd(usd))).toBe(text);
  });

  it.each([
    [1_000_000, '+1.00'],
    [-1_000_000, '-1.00'],
    [-3, '±0.00'],
  ])('a difference of %i is %s', (delta, text) => {
    expect(deltaText(delta)).toBe(text);
  });
});
