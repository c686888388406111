import { describeJobs } from './support/jobs-story.ts';

describeJobs('PostgreSQL', {});
