/**
 * How much each sign of support counts for each verdict. Learnt by `training/claim-support/train.ts` from the 349 claims
 * of WiCE dev (Kamoi and others 2023; ODC-BY over CC BY-SA texts); weights only, no text is kept.
 */
export const SUPPORT_WEIGHTS: readonly { readonly bias: number; readonly weights: readonly number[] }[] = [
  // not found
  {
    bias: 3.552,
    weights: [
      -0.917, // words in the best sentence
      -1.009, // words in the sentences together
      -1.104, // words anywhere
      -0.956, // pairs of words in one sentence
      -0.992, // names in the sentences together
      -0.503, // figures in the sentences together
      -0.301, // has figures
      -0.468, // has names
      0.022, // negated on one side
      0.011, // sentences found
      0.194, // words missing
      -0.419, // long claim
      -0.41, // names anywhere
      -0.469, // figures anywhere
    ],
  },
  // partly
  {
    bias: -0.411,
    weights: [
      0.308, // words in the best sentence
      0.218, // words in the sentences together
      0.339, // words anywhere
      0.127, // pairs of words in one sentence
      0.04, // names in the sentences together
      -0.174, // figures in the sentences together
      0.071, // has figures
      0.143, // has names
      -0.133, // negated on one side
      0.236, // sentences found
      0.481, // words missing
      0.137, // long claim
      0.168, // names anywhere
      -0.144, // figures anywhere
    ],
  },
  // supported
  {
    bias: -3.141,
    weights: [
      0.609, // words in the best sentence
      0.791, // words in the sentences together
      0.764, // words anywhere
      0.83, // pairs of words in one sentence
      0.952, // names in the sentences together
      0.677, // figures in the sentences together
      0.231, // has figures
      0.325, // has names
      0.111, // negated on one side
      -0.248, // sentences found
      -0.675, // words missing
      0.283, // long claim
      0.242, // names anywhere
      0.613, // figures anywhere
    ],
  },
];
