/** Outside programs that judge what the house has signed. */
export { hasTool, itWith, judge } from '../../libs/signatures/testing/judges.ts';
