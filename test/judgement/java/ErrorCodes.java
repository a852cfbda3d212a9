//| An enum of the codes of API 2.0, in one file and switched over in another.
//= file: src/main/java/com/example/api/ApiError.java
package com.example.api;

/** What the QcloudApi answers. */
public enum ApiError {
    AUTH_FAILURE(4100),
    ACCESS_DENIED(4300),
    REQUEST_LIMIT(4400),
    NOT_FOUND(5000);

    private final int code;

    ApiError(int code) {
        this.code = code;
    }

    public int getCode() {
        return code;
    }
}
//= file: src/main/java/com/example/api/Client.java
package com.example.api;

/** Talks to the QcloudApi. */
public class Client {
    public String get(Reply reply) {
        if (reply.getCode() == ApiError.AUTH_FAILURE.getCode()) {
        //  ^^^^^^^^^^^^^^^ outcome fallback 4100,5000
        //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sighting 4100 certain comparison
            return login.again();
        }
        if (reply.getCode() == ApiError.NOT_FOUND.getCode()) {
            return null;
        }
        if (reply.getCode() != 0) {
            throw new ClientException(reply.getCode());
        }
        return reply.getData();
    }
}
