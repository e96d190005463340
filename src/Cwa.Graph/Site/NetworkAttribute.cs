using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Cwa.Graph;

/// <summary>A setting that is an address, or a network of addresses.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworkAttribute : ValidationAttribute
{
    public NetworkAttribute() => ErrorMessage = "an address, such as 10.0.0.7, or a network, such as 10.1.0.0/16";

    public override bool IsValid(object? value) =>
        value is string text && (IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _));
}
