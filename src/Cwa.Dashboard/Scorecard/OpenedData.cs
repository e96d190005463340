using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Scorecard;

/// <summary>Why an agency stands as its row says.</summary>
[Operation("scorecard-row")]
public sealed record OpenedData(OpenedAgency? Agency);

public sealed record OpenedAgency(OpenedScorecard? Scorecard);

public sealed record OpenedScorecard(IReadOnlyList<OpenedCell> Cells);

public sealed record OpenedCell(
    DutyKey Requirement,
    DutyStatus Status,
    string Reason,
    int EvidenceCount,
    IReadOnlyList<Evidence> Evidence
);

public sealed record DutyKey(string Key);

/// <summary>A record on which a judgement rests, with the fields that its type has.</summary>
public sealed record Evidence(
    string? Name,
    DateOnly? DesignatedOn,
    Month? Month,
    int? Revision,
    string? EventTitle,
    string? Event,
    DateOnly? StartsOn,
    string? Program,
    string? Finding,
    DateOnly? FoundOn,
    string? State,
    long? CustomersLiving,
    string? Process,
    DateOnly? InPlaceOn,
    string? Learned,
    DateOnly? ConductedOn,
    string? Change,
    DateOnly? EffectiveOn,
    Month? FiguresOf,
    string? Problem,
    string? Statement,
    string? Report,
    DateOnly? PublishedOn,
    string? Survey,
    DateOnly? ConductedTo,
    string? Measure,
    string? Partner
)
{
    /// <summary>What kind of record it is, what it says and when that was.</summary>
    internal (string Kind, string Text, DateOnly? On) Words =>
        this switch
        {
            { Name: { } name } => ("Liaison", name, DesignatedOn),
            { Month: { } month } => (
                "Monthly report",
                Say.Month(month) + (Revision > 1 ? $", revision {Revision}" : ""),
                null
            ),
            { Event: { } description } => ("Conversation", EventTitle ?? description, StartsOn),
            { Program: { } program } => ("Program", program, StartsOn),
            { Finding: { } text } => ("Finding", text, FoundOn),
            { State: { } state } => (
                "Customers",
                $"{Say.Number(CustomersLiving ?? 0)} live in {Parts.State.NameOf(state)}",
                null
            ),
            { Process: { } description } => ("Complaint process", description, InPlaceOn),
            { Learned: { } learned } => ("Analysis", learned, ConductedOn),
            { Change: { } description } => ("Process change", description, EffectiveOn),
            { FiguresOf: { } month } => ("Complaint figures", Say.Month(month), null),
            { Problem: { } title } => ("Problem", title, FoundOn),
            { Statement: { } statement } => ("Service standard", statement, null),
            { Report: { } title } => ("Annual report", title, PublishedOn),
            { Survey: { } title } => ("Survey", title, ConductedTo),
            { Measure: { } measure } => ("Benchmark study", $"{measure}, compared with {Partner}", ConductedOn),
            _ => ("Record", "", null),
        };
}
