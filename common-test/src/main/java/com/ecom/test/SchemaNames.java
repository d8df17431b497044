package com.ecom.test;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What the names in an API's document stand for. The document keeps one schema for each simple name of a record, so that the
 * second of two records with the same name would be described as the first.
 */
final class SchemaNames {

    private final Map<String, Set<Class<?>>> meant = new TreeMap<>();

    private SchemaNames() {}

    /** Those that stand for several records; of records without components there is nothing to mix up. */
    static Map<String, List<String>> ofSeveralThings(Collection<HandlerMethod> handlers) {
        var names = new SchemaNames();
        for (var handler : handlers) {
            names.add(handler.getMethod().getGenericReturnType());
            Arrays.stream(handler.getMethodParameters())
                    .filter(it -> it.hasParameterAnnotation(RequestBody.class))
                    .forEach(it -> names.add(it.getGenericParameterType()));
        }
        return names.meant.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .filter(it -> it.getValue().stream().anyMatch(type -> type.getRecordComponents().length > 0))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> it.getValue().stream().map(Class::getName).toList()));
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType of) {
            add(of.getRawType());
            Arrays.stream(of.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> it && it.isRecord() && isNew(it)) {
            Arrays.stream(it.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::add);
        }
    }

    private boolean isNew(Class<?> type) {
        return meant.computeIfAbsent(type.getSimpleName(), _ -> new LinkedHashSet<>())
                .add(type);
    }
}
