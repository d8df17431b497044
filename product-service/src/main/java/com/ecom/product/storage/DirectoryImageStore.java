package com.ecom.product.storage;

import com.ecom.product.model.ImageRefusal.StoreAway;
import com.ecom.product.model.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.util.FileSystemUtils;

/** A folder for each picture. Several instances of the service share the directory, or see different pictures. */
@RequiredArgsConstructor
class DirectoryImageStore implements ImageStore {

    private static final int FANNED_OUT = 2;

    private final Path directory;

    @Override
    public void put(String imageId, String name, byte[] content) {
        try {
            var folder = Files.createDirectories(folderOf(imageId));
            var part = folder.resolve("." + UUID.randomUUID());
            Files.write(
                    part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreAway(e);
        }
    }

    @Override
    public Optional<byte[]> get(String imageId, String name) {
        try {
            return Optional.of(Files.readAllBytes(folderOf(imageId).resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreAway(e);
        }
    }

    @Override
    public void delete(String imageId) {
        try {
            FileSystemUtils.deleteRecursively(folderOf(imageId));
        } catch (IOException e) {
            throw new StoreAway(e);
        }
    }

    private Path folderOf(String imageId) {
        return directory.resolve(imageId.substring(0, FANNED_OUT)).resolve(imageId);
    }
}
