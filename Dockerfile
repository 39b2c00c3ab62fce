# syntax=docker/dockerfile:1
# The program in layers: what changes seldom lies below what changes often. docs/operations.md says how to build without Docker.
FROM debian:bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless ca-certificates unzip curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q dependency:go-offline || true
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q package -DskipTests \
 && java -Djarmode=tools -jar target/trien-khai-*.jar extract --layers --application-filename trien-khai.jar --destination /layers

FROM debian:bookworm-slim
# Fonts for the widths of Excel columns; LibreOffice only where Word files are to be seen as PDF before they are signed.
ARG LIBREOFFICE=false
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless fontconfig fonts-liberation \
      $(if [ "$LIBREOFFICE" = true ]; then echo libreoffice-writer-nogui; fi) \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /opt/trien-khai --create-home --shell /usr/sbin/nologin trien-khai
WORKDIR /opt/trien-khai
COPY deploy/ready ./
# Our own files of the webapps stand in the jar of the layer "application", which the class path names before the webapps' jar.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
ENTRYPOINT ["java", "-jar", "trien-khai.jar"]
