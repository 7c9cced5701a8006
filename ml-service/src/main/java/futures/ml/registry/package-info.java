/** What was trained: models with all that they depend on, their stages, and the trainings that made them. */
package futures.ml.registry;
