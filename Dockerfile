# vendorlint in a container, for CI systems and machines without Python:
#
#   docker build --tag vendorlint .
#   docker run --rm --read-only --network none --volume "$PWD:/work:ro" vendorlint check
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src src
COPY extractor extractor
COPY rego rego
COPY policies policies
COPY requirements requirements
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# Packages that tools/lock has pinned, and none whose digest is another; what builds stays here.
RUN python -m venv /build \
    && /build/bin/pip install --require-hashes --requirement requirements/build.txt \
    && /build/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheels .
RUN python -m venv /opt/vendorlint \
    && /opt/vendorlint/bin/pip install --require-hashes --requirement requirements/run.txt \
    && /opt/vendorlint/bin/pip install --no-deps /wheels/*.whl \
    && /opt/vendorlint/bin/pip uninstall --yes pip

FROM python:3.13-slim
LABEL org.opencontainers.image.title="vendorlint" \
      org.opencontainers.image.description="A policy-as-code linter for vendor contracts" \
      org.opencontainers.image.source="https://github.com/vendorlint/vendorlint" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/vendorlint /opt/vendorlint
# Nothing is written but what --output names. git is not here: `diff --git` and `history` need it, `check` does not.
ENV PATH=/opt/vendorlint/bin:$PATH PYTHONDONTWRITEBYTECODE=1
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["vendorlint"]
CMD ["check"]
