/** Where the files of pictures are kept: in a directory, or in a bucket that speaks S3. */
@NullMarked
package com.ecom.product.storage;

import org.jspecify.annotations.NullMarked;
