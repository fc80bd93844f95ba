/**
 * How much each difference between two names counts. Learnt by `training/name-pairs/train.ts` from 518 judged pairs
 * of names (OpenSanctions nomenklatura's test cases, MIT); weights only, no name is kept.
 */

export const PERSON_WEIGHTS: { readonly bias: number; readonly weights: readonly number[] } = {
  bias: -1.501,
  weights: [
    0.564, // worst likeness
    -0.784, // mean likeness
    1.685, // joined likeness
    -0.837, // edits of the worst pair
    0.246, // share of the worst pair that is edited
    -2.747, // more than two letters differ
    0.052, // first letter of the worst pair differs
    0.122, // worst pair sounds alike
    -2.524, // words left in both
    0.032, // words left in one
    2.174, // all words of the shorter found
    -0.239, // family names differ
    0.599, // given names differ
    -2.268, // turned round
    -0.405, // last letters differ
  ],
};

export const ORGANISATION_WEIGHTS: { readonly bias: number; readonly weights: readonly number[] } = {
  bias: -2.232,
  weights: [
    0.121, // worst likeness
    0.301, // mean likeness
    4.508, // joined likeness
    -0.256, // edits of the worst pair
    0.254, // share of the worst pair that is edited
    0.004, // first letter of the worst pair differs
    -0.713, // worst pair sounds alike
    -0.969, // words left in both
    -3.216, // telling words left in one
    -1.741, // common words left in one
    -1.473, // legal forms differ
    -3.167, // more than two letters differ
    0, // initials of the other
    2.56, // all words one
  ],
};
