package futures.kit;

/** Makes a service from what the kit gives it. */
@FunctionalInterface
public interface ServiceFactory {
    Service create(ServiceContext context) throws Exception;
}
