# The two commands of README.md are `make demo` and `make test`; CONTRIBUTING.md says when to use the others.
.PHONY: all release demo simulate test check format bench install

PREFIX = /usr/local
SYSCONFDIR = /etc
DESTDIR =
BINDIR = $(PREFIX)/bin
SHAREDIR = $(PREFIX)/share
UNITDIR = $(PREFIX)/lib/systemd
# The runtime is linked in: a program then starts in less than half the time, and runs where no toolchain is.
RELEASE = -c release --static-swift-stdlib

all: release

release:
	scripts/setup
	swift build $(RELEASE)

demo: release
	scripts/demo

test:
	scripts/setup --test
	scripts/test

# Decades of both bureaus under faults, a crash at every step, and the table of planted bugs: Docs/simulation.md.
SEEDS = 10
FIRST = 1
FROM = 2016-01-01
UNTIL = 2026-01-01
simulate: export ZS_SIMULATE = $(SEEDS)
simulate: export ZS_SIMULATE_FIRST = $(FIRST)
simulate: export ZS_SIMULATE_FROM = $(FROM)
simulate: export ZS_SIMULATE_UNTIL = $(UNTIL)
simulate:
	scripts/setup --test
	swift build -c release --build-tests
	swift test -c release --skip-build --disable-xctest

check:
	scripts/setup --test
	scripts/check

format:
	git ls-files -co --exclude-standard -z '*.swift' | xargs -0 -r swift format --in-place --parallel --configuration .swift-format

bench: release
	scripts/setup --bench
	scripts/bench

# Where the programs that are installed lie.
BUILT = .build/release

# Builds only when nothing is built: under sudo the toolchain is often not in PATH. `make && sudo make install`.
install:
	test -x "$(BUILT)/zsd" || $(MAKE) release
	install -d "$(DESTDIR)$(BINDIR)"
	install -m 755 "$(BUILT)/zs" "$(BUILT)/zsd" "$(DESTDIR)$(BINDIR)"
	install -d "$(DESTDIR)$(SHAREDIR)/zhaoshang"
	cd Config && find . -type f ! -path './systemd/*' -exec install -D -m 644 {} "$(abspath $(DESTDIR)$(SHAREDIR))/zhaoshang/{}" \;
	install -d "$(DESTDIR)$(SYSCONFDIR)/zhaoshang"
	test -e "$(DESTDIR)$(SYSCONFDIR)/zhaoshang/zhaoshang.yaml" || install -m 644 Config/zhaoshang.yaml "$(DESTDIR)$(SYSCONFDIR)/zhaoshang/zhaoshang.yaml"
	install -d "$(DESTDIR)$(UNITDIR)/system" "$(DESTDIR)$(UNITDIR)/user" "$(DESTDIR)$(PREFIX)/lib/sysusers.d"
	sed 's|/usr/local/bin/|$(BINDIR)/|; s|/etc/zhaoshang|$(SYSCONFDIR)/zhaoshang|' Config/systemd/zsd.service > "$(DESTDIR)$(UNITDIR)/system/zsd.service"
	sed 's|/usr/local/bin/|$(BINDIR)/|' Config/systemd/user/zsd.service > "$(DESTDIR)$(UNITDIR)/user/zsd.service"
	install -m 644 Config/systemd/zhaoshang.sysusers "$(DESTDIR)$(PREFIX)/lib/sysusers.d/zhaoshang.conf"
	install -d "$(DESTDIR)$(SHAREDIR)/bash-completion/completions" "$(DESTDIR)$(SHAREDIR)/zsh/site-functions" "$(DESTDIR)$(SHAREDIR)/fish/vendor_completions.d"
	"$(BUILT)/zs" --generate-completion-script bash > "$(DESTDIR)$(SHAREDIR)/bash-completion/completions/zs"
	"$(BUILT)/zs" --generate-completion-script zsh > "$(DESTDIR)$(SHAREDIR)/zsh/site-functions/_zs"
	"$(BUILT)/zs" --generate-completion-script fish > "$(DESTDIR)$(SHAREDIR)/fish/vendor_completions.d/zs.fish"
	install -d "$(DESTDIR)$(SHAREDIR)/man/man1"
	"$(BUILT)/zs" --experimental-dump-help | scripts/manual > "$(DESTDIR)$(SHAREDIR)/man/man1/zs.1"
