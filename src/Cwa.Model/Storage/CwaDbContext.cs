using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The records of "Conversations with America". One derived class per database keeps the migrations of each.</summary>
public class CwaDbContext : DbContext, IDataProtectionKeyContext
{
    /// <summary>For the derived contexts, each with its own options.</summary>
    protected CwaDbContext(DbContextOptions options) : base(options) { }

    /// <summary>Agencies that the memorandum addresses.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Designations of primary liaisons.</summary>
    public DbSet<Liaison> Liaisons => Set<Liaison>();

    /// <summary>Continuing programs.</summary>
    public DbSet<Program> Programs => Set<Program>();

    /// <summary>Revisions of monthly reports, drafts among them.</summary>
    public DbSet<MonthlyReport> MonthlyReports => Set<MonthlyReport>();

    /// <summary>The events of drafts.</summary>
    public DbSet<DraftEvent> DraftEvents => Set<DraftEvent>();

    /// <summary>Due days that NPR has set.</summary>
    public DbSet<DueDay> DueDays => Set<DueDay>();

    /// <summary>Events as they stand now.</summary>
    public DbSet<Event> Events => Set<Event>();

    /// <summary>Who holds which event.</summary>
    public DbSet<EventHost> EventHosts => Set<EventHost>();

    /// <summary>What each report revision said about each event.</summary>
    public DbSet<EventRevision> EventRevisions => Set<EventRevision>();

    /// <summary>What became of events.</summary>
    public DbSet<EventOutcome> EventOutcomes => Set<EventOutcome>();

    /// <summary>What problem-solving days achieved.</summary>
    public DbSet<ProblemSolvingOutcome> ProblemSolvingOutcomes => Set<ProblemSolvingOutcome>();

    /// <summary>What agencies heard.</summary>
    public DbSet<Finding> Findings => Set<Finding>();

    /// <summary>What agencies did about it.</summary>
    public DbSet<FindingAction> FindingActions => Set<FindingAction>();

    /// <summary>What that changed.</summary>
    public DbSet<FindingOutcome> FindingOutcomes => Set<FindingOutcome>();

    /// <summary>Where agencies' customers live and work.</summary>
    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();

    /// <summary>The feed, in commit order.</summary>
    public DbSet<FeedEntry> FeedEntries => Set<FeedEntry>();

    /// <summary>The one row that numbers the feed.</summary>
    public DbSet<FeedCounter> FeedCounters => Set<FeedCounter>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The keys that protect cursors and tickets, shared by all servers.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CwaDbContext).Assembly);
}
