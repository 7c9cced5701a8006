/** Long work: a bounded pool of jobs that tell how far they are, can be watched as events, and can be cancelled. */
package futures.kit.job;
