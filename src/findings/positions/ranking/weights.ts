/**
 * How much each clue to an issue counts, in thousandths: for contents of all kinds, and on top of that for those of each
 * kind (pointing, silent, doing, weak, sure, manifold). Learnt by `training/issue-ranking/train.ts` from invented reports.
 */

/** Where a model has learnt the agenda. */
export const WITH_MODEL: readonly (readonly number[])[] = [
  [764, 0, 0, 0, 6, -102, -97], // matter, sure
  [-324, 86, 0, 0, 767, -5, 0], // matter, weak
  [-336, 0, 0, 0, 6, -177, -97], // first sure term
  [-320, 86, 0, 0, -233, 0, 0], // first weak term
  [225, 0, 0, 0, 0, 4, 189], // size of sure terms
  [470, 86, 0, 0, 92, 9, 89], // weak term
  [407, 0, 0, 0, 0, 47, 231], // sure term at its core
  [-111, 105, 0, 0, 587, 239, 11], // weak term at its core
  [109, 0, 0, 0, 0, 1, 35], // sure term before its bounds
  [-552, 0, 0, 0, 0, -180, -3], // sure term behind its bounds alone
  [275, 86, 0, 0, -228, 230, 176], // place of the first term
  [441, 416, 244, 278, 292, 262, 68], // learnt score
  [-265, 3, 203, -102, -177, -151, -22], // learnt best
  [371, -197, 77, 142, 218, -20, -89], // sure before
  [462, 47, -12, 286, -6, -94, -67], // weak before
  [386, 31, 230, 128, -118, -44, -101], // sure behind
  [710, 39, 137, 4, 75, -91, 71], // weak behind
  [0, 0, 0, 0, 0, 0, 0], // sure in the condition
  [167, 1085, -67, 267, 283, 26, -65], // nearest sure term before
  [416, -182, 31, 289, 80, -83, 9], // sentence before
  [532, 11, 127, 134, -85, 72, -84], // sentence before, weak
  [-324, -3, -30, -43, 60, -58, -35], // sentence before, other paragraph
  [624, -6, 127, 174, -78, -151, 149], // second sentence before
  [484, 110, -238, 271, 213, -57, -135], // sentence behind
  [500, -114, 175, -103, 92, 102, 16], // lead
  [239, -148, -99, 282, 115, -27, -47], // lead, weak
  [283, -2, 33, -3, 89, -3, -19], // heading
  [581, -50, 132, 253, 140, -67, -108], // whole
  [65, 70, -60, 152, 36, 39, -273], // whole, most
  [99, -7, 82, 36, 3, -126, 42], // first place of its core
  [53, 19, 76, -31, 2, -92, 37], // places of its core
  [284, 4, 53, 34, 85, -106, 44], // first places of its nouns
  [3, 14, 88, -57, 42, -132, 29], // places of its nouns
  [444, -75, 289, 132, -113, -35, 0], // topic of the sentence
  [875, -100, 230, 107, 88, 82, -85], // topic of the sentence before
  [80, 80, -106, 237, -42, 54, -205], // topic of the sentence behind
  [438, 53, 215, 9, -105, 20, -44], // topic of its core's place
  [954, 117, 184, 50, 98, -25, -20], // topics of the whole
  [86, -140, 173, -117, 178, -24, -42], // same words before
  [-153, -98, 106, 107, -55, -68, -48], // holder's last
  [338, 247, 316, 241, -10, -154, -204], // other's last
  [125, 118, 54, 55, -107, -43, -31], // in the same sentence
  [361, -96, 339, 107, 64, -70, -180], // earlier ones
  [0, 0, 0, 0, 0, 0, 0], // answered
  [-124, -166, -344, -151, -35, -2, -26], // none
  [-20, -10, -194, -48, 105, 167, -22], // none: best learnt score
  [196, 257, 30, -202, 0, 0, 0], // none: no term in the sentence
  [113, -108, 84, 51, 58, -45, -6], // none: no term in the sentence before
  [910, 204, 79, -1, 109, 86, -12], // none: spread of the whole
];

/** For an agenda that no model has learnt. */
export const WITHOUT_MODEL: readonly (readonly number[])[] = [
  [1203, 0, 0, 0, 26, 155, -118], // matter, sure
  [-100, 108, 0, 0, 851, -14, 0], // matter, weak
  [211, 0, 0, 0, 26, 162, -118], // first sure term
  [-72, 108, 0, 0, -149, 0, 0], // first weak term
  [456, 0, 0, 0, 0, 33, 299], // size of sure terms
  [803, 108, 0, 0, 320, -148, 163], // weak term
  [492, 0, 0, 0, 0, 45, 286], // sure term at its core
  [-4, 136, 0, 0, 670, 175, -1], // weak term at its core
  [33, 0, 0, 0, 0, -31, 41], // sure term before its bounds
  [-241, 0, 0, 0, 0, -75, -5], // sure term behind its bounds alone
  [540, 108, 0, 0, -123, 263, 175], // place of the first term
  [0, 0, 0, 0, 0, 0, 0], // learnt score
  [0, 0, 0, 0, 0, 0, 0], // learnt best
  [485, -211, 113, 176, 185, -7, -78], // sure before
  [683, 79, -75, 318, 35, -102, -27], // weak before
  [634, 12, 258, 92, -86, -9, -56], // sure behind
  [875, 55, 240, -43, 56, -102, 86], // weak behind
  [0, 0, 0, 0, 0, 0, 0], // sure in the condition
  [237, 1043, -13, 260, 234, 69, -51], // nearest sure term before
  [662, -166, 87, 278, 36, 19, -1], // sentence before
  [682, -9, 203, 161, -51, 16, -85], // sentence before, weak
  [-102, -6, -16, -42, 87, -32, -24], // sentence before, other paragraph
  [639, 20, 221, 113, -117, -132, 116], // second sentence before
  [595, 82, -261, 272, 162, -7, -52], // sentence behind
  [473, -118, 221, -112, 20, 96, 52], // lead
  [404, -71, 10, 313, 18, -94, -43], // lead, weak
  [301, -3, 4, -6, 90, 22, -6], // heading
  [1038, -50, 384, 293, 151, -128, -30], // whole
  [81, 49, -74, 131, -53, -12, -90], // whole, most
  [101, -10, 89, 48, -33, -162, 95], // first place of its core
  [102, 5, 97, -25, -44, -88, 88], // places of its core
  [439, -3, 105, 51, 17, -86, 93], // first places of its nouns
  [41, -5, 112, -62, -48, -89, 81], // places of its nouns
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence before
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence behind
  [0, 0, 0, 0, 0, 0, 0], // topic of its core's place
  [0, 0, 0, 0, 0, 0, 0], // topics of the whole
  [98, -115, 118, -144, -8, 123, 57], // same words before
  [-23, -98, 99, 114, -35, -24, -68], // holder's last
  [357, 230, 178, 180, 291, -298, -129], // other's last
  [123, 7, 221, 140, -62, -228, -38], // in the same sentence
  [367, -65, 233, 76, 103, -9, -175], // earlier ones
  [0, 0, 0, 0, 0, 0, 0], // answered
  [1080, 196, 24, 95, 83, 24, -139], // none
  [0, 0, 0, 0, 0, 0, 0], // none: best learnt score
  [339, 367, -58, -206, 0, 0, 0], // none: no term in the sentence
  [279, 31, 21, 55, 28, -58, -69], // none: no term in the sentence before
  [1231, 331, 21, 50, 172, 124, -53], // none: spread of the whole
];
