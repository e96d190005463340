using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Parts;

/// <summary>What groups of customers are called.</summary>
internal static class CustomerWords
{
    public static string Of(CustomerGroup? customers) =>
        customers switch
        {
            null => "Not said who",
            CustomerGroup.StatesLocalitiesAndPartners => "States, localities and partners",
            { } known => Say.Code(Asked.CodeOf(known)),
        };

    /// <summary>The groups as options of a filter.</summary>
    public static IEnumerable<(string, string)> Options =>
        Enum.GetValues<CustomerGroup>().Select(group => (Asked.CodeOf(group), Of(group)));
}
