/**
 * Loaded into every process that `aprite up` starts: when `up` is killed outright, the process notices that its line to
 * it broke and ends too, instead of holding its port and its work for ever.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// Listening alone must not keep the process alive.
process.channel?.unref();

export {};
