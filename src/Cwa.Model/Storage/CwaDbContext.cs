using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>
/// The records of "Conversations with America". One derived class per database keeps the migrations of each.
/// </summary>
/// <remarks>
/// Of records that can be corrected, the lists hold what counts. Earlier versions and withdrawn records are in the set.
/// </remarks>
public class CwaDbContext : DbContext, IDataProtectionKeyContext
{
    /// <summary>For the derived contexts, each with its own options.</summary>
    protected CwaDbContext(DbContextOptions options)
        : base(options) { }

    /// <summary>Agencies that the memorandum directs or requests.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Designations of primary liaisons.</summary>
    public IQueryable<Liaison> Liaisons => Set<Liaison>().Counting();

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

    /// <summary>What NPR remarked on events of reports that it returned.</summary>
    public DbSet<EventRemark> EventRemarks => Set<EventRemark>();

    /// <summary>What agencies said about events after their reports.</summary>
    public DbSet<EventCompletion> EventCompletions => Set<EventCompletion>();

    /// <summary>What became of events.</summary>
    public DbSet<EventOutcome> EventOutcomes => Set<EventOutcome>();

    /// <summary>What problem-solving days and other events achieved.</summary>
    public IQueryable<ProblemSolvingOutcome> ProblemSolvingOutcomes => Set<ProblemSolvingOutcome>().Counting();

    /// <summary>What agencies heard.</summary>
    public IQueryable<Finding> Findings => Set<Finding>().Counting();

    /// <summary>Agencies' own themes of findings.</summary>
    public DbSet<AgencyTheme> AgencyThemes => Set<AgencyTheme>();

    /// <summary>What agencies did about it.</summary>
    public IQueryable<FindingAction> FindingActions => Set<FindingAction>().Counting();

    /// <summary>What that changed.</summary>
    public IQueryable<FindingOutcome> FindingOutcomes => Set<FindingOutcome>().Counting();

    /// <summary>Where agencies' customers live and work.</summary>
    public IQueryable<ServiceArea> ServiceAreas => Set<ServiceArea>().Counting();

    /// <summary>The ways in which customers can get a service.</summary>
    public IQueryable<DeliveryChoice> DeliveryChoices => Set<DeliveryChoice>().Counting();

    /// <summary>How many customers agencies serve in all.</summary>
    public IQueryable<CustomerBase> CustomerBases => Set<CustomerBase>().Counting();

    /// <summary>How agencies address complaints.</summary>
    public DbSet<ComplaintProcess> ComplaintProcesses => Set<ComplaintProcess>();

    /// <summary>Agencies' own categories of complaints.</summary>
    public DbSet<ComplaintCategory> ComplaintCategories => Set<ComplaintCategory>();

    /// <summary>Complaints in figures, every revision.</summary>
    public DbSet<ComplaintMetric> ComplaintMetrics => Set<ComplaintMetric>();

    /// <summary>Problems behind many complaints.</summary>
    public DbSet<SystemicProblem> SystemicProblems => Set<SystemicProblem>();

    /// <summary>What was changed because of them.</summary>
    public DbSet<ProcessChange> ProcessChanges => Set<ProcessChange>();

    /// <summary>What agencies promise their customers.</summary>
    public DbSet<ServiceStandard> ServiceStandards => Set<ServiceStandard>();

    /// <summary>What was measured against those promises.</summary>
    public IQueryable<Measurement> Measurements => Set<Measurement>().Counting();

    /// <summary>What agencies learned from their data.</summary>
    public IQueryable<Analysis> Analyses => Set<Analysis>().Counting();

    /// <summary>Surveys of customers and of employees.</summary>
    public IQueryable<Survey> Surveys => Set<Survey>().Counting();

    /// <summary>Comparisons with the best in business.</summary>
    public IQueryable<BenchmarkStudy> BenchmarkStudies => Set<BenchmarkStudy>().Counting();

    /// <summary>Places in agencies' plans.</summary>
    public DbSet<PlanReference> PlanReferences => Set<PlanReference>();

    /// <summary>What cites those places.</summary>
    public IQueryable<PlanCitation> PlanCitations => Set<PlanCitation>().Counting();

    /// <summary>Annual reports, every revision.</summary>
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();

    /// <summary>The statements of annual reports.</summary>
    public DbSet<AnnualStatement> AnnualStatements => Set<AnnualStatement>();

    /// <summary>Whose tokens and sign-ins are no longer accepted.</summary>
    public DbSet<Revocation> Revocations => Set<Revocation>();

    /// <summary>The feed, in commit order.</summary>
    public DbSet<FeedEntry> FeedEntries => Set<FeedEntry>();

    /// <summary>The one row that numbers the feed.</summary>
    public DbSet<FeedCounter> FeedCounters => Set<FeedCounter>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The answers given under callers' idempotency keys.</summary>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>The keys that protect cursors and tickets, shared by all servers.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Where saved rows wait until they are put into place; null where they are stored at once.</summary>
    internal StagedRows? Staged { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<ReportMonth>().HaveConversion<ReportMonthConverter>();
        configurationBuilder.DefaultTypeMapping<ReportMonth>().HasConversion<ReportMonthConverter>();
        configurationBuilder.Conventions.Add(_ => new ColumnChecks());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CwaDbContext).Assembly);
        CorrectableColumns.Configure(modelBuilder);

        // The compiled model keeps what stands for "not set" as a column would hold it, so it has to be storable.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.ClrType == typeof(DateTime))
                property.Sentinel = DateTime.SpecifyKind(default, DateTimeKind.Utc);
            else if (property.ClrType == typeof(ReportMonth))
                property.Sentinel = new ReportMonth(1, 1);
        }

        // Entities make their own ids; otherwise EF Core would take a new child of a tracked parent for a stored one.
        foreach (
            var id in modelBuilder
                .Model.GetEntityTypes()
                .Select(entity => entity.FindProperty("Id"))
                .OfType<IMutableProperty>()
        )
        {
            if (id.ClrType == typeof(Guid))
                id.ValueGenerated = ValueGenerated.Never;
        }
    }
}
