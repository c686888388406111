import { describeJobs } from './support/jobs-story.ts';

const redis = process.env['APRITE_REDIS_URL'];

describeJobs('Redis', redis ? { QUEUE_URL: redis } : null);
