package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * One file of a dossier.
 *
 * @param folder within the dossier, e.g. "van-ban"
 * @param fileName may be any text; it is made safe
 * @param number may be null
 * @param date may be null
 * @param kind as people read it, e.g. "Báo cáo"
 * @param sha256 hexadecimal, of the bytes
 * @param bytes read when the file is written
 */
public record DossierEntry(
        String folder,
        String fileName,
        String number,
        LocalDate date,
        String kind,
        String title,
        String sha256,
        Supplier<byte[]> bytes) {}
