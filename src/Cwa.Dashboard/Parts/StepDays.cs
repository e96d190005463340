namespace Cwa.Dashboard.Parts;

/// <summary>How many problems took a step, and in how many days: `StepDays` of the schema.</summary>
public sealed record StepDays(int Known, int Unknown, int Waiting, double? MedianDays);

/// <summary>How quickly problems took their four steps.</summary>
public interface IStepProgress
{
    StepDays ToAssigned { get; }
    StepDays ToPlanned { get; }
    StepDays ToChanged { get; }
    StepDays ToVerified { get; }
}
