namespace Cwa.Model;

/// <summary>Which of the two questions of action 1 a finding answers.</summary>
public enum FindingAbout
{
    /// <summary>The kind and quality of services that customers want.</summary>
    WantedServices = 1,

    /// <summary>How satisfied customers are with existing services.</summary>
    Satisfaction = 2,
}
